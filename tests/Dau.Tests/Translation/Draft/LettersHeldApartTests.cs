namespace Dau.Tests.Translation.Draft;

public sealed class LettersHeldApartTests
{
    // Formulas of a few words stand in every letter.
    private const int Formula = 8;

    [Fact]
    public void No_sentence_of_the_test_letters_is_among_the_pairs_that_tables_are_computed_from()
    {
        DirectoryInfo? repository = new(AppContext.BaseDirectory);
        while (repository is not null && !File.Exists(Path.Combine(repository.FullName, "Pipeline.sln")))
        {
            repository = repository.Parent;
        }

        if (repository is null)
        {
            Assert.Skip("The tests run without the checkout.");
        }

        var pairs = Directory.GetFiles(Path.Combine(repository.FullName, "src/Dau.Training/data/official"), "*.tsv").SelectMany(File.ReadLines).Select(static l => l.Split('\t')[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var letters = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Translation", "human-rights-letters.tsv")).Where(static l => l[0] != '#').ToList();
        Assert.True(letters.Count > 200);
        Assert.DoesNotContain(letters.Select(static l => l.Split('\t')[0]), s => s.Split(' ').Length >= Formula && pairs.Contains(s));
    }
}
