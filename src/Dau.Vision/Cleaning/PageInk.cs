using OpenCvSharp;

namespace Dau.Vision.Cleaning;

/// <summary>A page's ink at about 150 dpi with what several steps ask about it, each found once.</summary>
/// <param name="mask">255 on 0; taken over.</param>
/// <param name="factor">Pixels of the page per pixel of the mask.</param>
internal sealed class PageInk(Mat mask, double factor) : IDisposable
{
    private IReadOnlyList<Component>? _parts;
    private LowerEdges? _edges;
    private (double Degrees, double Contrast)? _skew;

    public Mat Mask { get; } = mask;

    public double Factor { get; } = factor;

    /// <summary>Its connected parts.</summary>
    public IReadOnlyList<Component> Parts => _parts ??= Components.Of(Mask);

    public LowerEdges Edges => _edges ??= LowerEdges.Of(Mask);

    /// <summary>How far its lines run off the horizontal, as <see cref="SkewEstimator.Estimate(LowerEdges, double)"/> says.</summary>
    public (double Degrees, double Contrast) Skew => _skew ??= SkewEstimator.Estimate(Edges);

    public void Dispose() => Mask.Dispose();
}
