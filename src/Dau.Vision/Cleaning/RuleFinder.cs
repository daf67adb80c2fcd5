using OpenCvSharp;

namespace Dau.Vision.Cleaning;

/// <summary>Finds long printed lines, in the layout frame.</summary>
internal static class RuleFinder
{
    public static IReadOnlyList<Rule> Find(WorkPage page) => [];
}
