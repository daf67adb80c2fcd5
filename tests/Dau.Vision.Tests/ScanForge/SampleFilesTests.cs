using System.Text;
using Dau.ScanForge;
using Dau.ScanForge.Layout;
using Dau.ScanForge.Output;

namespace Dau.Vision.Tests.ScanForge;

/// <summary>The shipped samples are what the forge makes, are marked as specimens, and come with a truth that fits them.</summary>
public sealed class SampleFilesTests
{
    internal static readonly string Folder = Path.Combine(Root(), "samples");

    public static TheoryData<string> Files => [.. SampleSet.All.Select(static s => s.FileName)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_sample_is_marked_and_has_its_truth(string name)
    {
        Sample sample = SampleSet.All.Single(s => s.FileName == name);
        byte[] pdf = File.ReadAllBytes(Path.Combine(Folder, name + ".pdf"));
        Assert.EndsWith("-MAU-SPECIMEN", name, StringComparison.Ordinal);
        string title = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes("MẪU / SPECIMEN"));
        Assert.Contains(title, Encoding.Latin1.GetString(pdf).ToUpperInvariant(), StringComparison.Ordinal);

        Truth truth = TruthFile.Read(Path.Combine(Folder, "truth", name + ".truth.json"));
        LaidLetter laid = LetterComposer.Compose(sample.Letter, sample.Options.Font, new ForgeRandom(sample.Options.Seed).Fork(sample.Letter.Name).Fork("layout"));
        Assert.Equal(laid.Pages.Count, truth.Pages.Count);
        Assert.Equal(laid.Blocks.Select(static b => b.Text), truth.Blocks.Select(static b => b.Text));
        Assert.Equal(laid.Facts.Number, truth.Facts.Number);
        Assert.Equal(laid.Facts.Citations, truth.Facts.Citations);
    }

    [Fact]
    public void Nothing_else_lies_among_the_samples_and_they_stay_small()
    {
        string[] files = [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)];
        HashSet<string> expected = [.. SampleSet.All.SelectMany(static s => new[] { s.FileName + ".pdf", s.FileName + ".truth.json" }), "README.md", "reader.gif"];
        Assert.Equal(expected.Order(StringComparer.Ordinal), files.Select(static f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        Assert.True(files.Sum(static f => new FileInfo(f).Length) < 8_000_000);
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Pipeline.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
