namespace Dau.Tests.Translation.Neural;

/// <summary>A folder with a made-up model; removed at the end.</summary>
internal sealed class MadeUpFolder : IDisposable
{
    public MadeUpFolder(MadeUpShape shape, byte[]? vocabulary = null, bool shortlist = true)
    {
        Directory.CreateDirectory(Path);
        File.WriteAllBytes(System.IO.Path.Combine(Path, "model.bin"), MadeUpModel.Make(shape));
        File.WriteAllBytes(System.IO.Path.Combine(Path, "vocab.spm"), vocabulary ?? MadeUpVocabulary.Words(shape.Vocabulary));
        if (shortlist)
        {
            File.WriteAllBytes(System.IO.Path.Combine(Path, "lex.bin"), MadeUpShortlist.Make(shape.Vocabulary, Math.Min(50, shape.Vocabulary / 8), Math.Min(50, shape.Vocabulary / 8), shape.Seed));
        }
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("dau-neural-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>Sentences of words of the vocabulary, of lengths from 1 to the longest.</summary>
    public static IReadOnlyList<string> Sentences(int count, int vocabulary, int longest, int seed)
    {
        var state = (uint)seed;
        return [.. Enumerable.Range(0, count).Select(i => MadeUpVocabulary.Sentence(Enumerable.Range(0, 1 + (Next(longest) * (Next(100) + 1) / 100)).Select(_ => 3 + Next(vocabulary - 3))))];

        int Next(int below)
        {
            state = (state * 1664525) + 1013904223;
            return (int)(((ulong)state * (ulong)below) >> 32);
        }
    }
}
