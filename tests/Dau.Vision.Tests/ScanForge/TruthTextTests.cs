using Dau.Model;
using Dau.ScanForge;
using Dau.ScanForge.Layout;
using Dau.ScanForge.Letters;

namespace Dau.Vision.Tests.ScanForge;

/// <summary>What the truth says is what was printed: every block's words, in order, on its pages.</summary>
public sealed class TruthTextTests
{
    public static TheoryData<string> Names => [.. LetterShelf.All.Select(static l => l.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Printed_words_of_a_block_are_its_text(string name) =>
        AssertComplete(LetterShelf.All.Single(l => l.Name == name), "serif", 7);

    [Fact]
    public void Made_letters_are_complete_too()
    {
        for (ulong seed = 0; seed < 60; seed++)
        {
            AssertComplete(LetterMaker.Make(seed), seed % 2 == 0 ? "serif" : "serif4", seed);
        }
    }

    [Fact]
    public void Made_letters_fill_every_slot_and_use_printed_vietnamese()
    {
        for (ulong seed = 0; seed < 200; seed++)
        {
            LaidLetter laid = LetterComposer.Compose(LetterMaker.Make(seed), "serif", new ForgeRandom(seed));
            foreach (BlockDraft block in laid.Blocks)
            {
                Assert.DoesNotContain("{", block.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("[[", block.Text, StringComparison.Ordinal);
                Assert.Equal(block.Text.Normalize(), block.Text);
            }
        }
    }

    [Fact]
    public void Words_stay_on_the_page_and_lines_do_not_collide()
    {
        for (ulong seed = 0; seed < 40; seed++)
        {
            LaidLetter laid = LetterComposer.Compose(LetterMaker.Make(seed), "serif", new ForgeRandom(seed));
            foreach (LaidPage page in laid.Pages)
            {
                Assert.All(page.Words, w => Assert.True(w.X >= 10 && w.X + w.Width <= page.Width - 5 && w.Baseline < page.Height - 20, $"seed {seed}: {w.Text}"));
                IEnumerable<PlacedWord> body = page.Words.Where(static w => !w.OnMark && !w.ByHand && w.Raised.Length == 0);
                Assert.DoesNotContain(body.Zip(body.Skip(1)), p => p.First.Baseline == p.Second.Baseline && p.First.Cut == p.Second.Cut
                    && p.Second.X > p.First.X && p.Second.X < p.First.X + p.First.Width - 0.5f);
            }
        }
    }

    [Fact]
    public void Some_paragraph_runs_over_a_page_break()
    {
        LaidLetter laid = LetterComposer.Compose(LetterShelf.All.Single(static l => l.Name == "ke-hoach-tuyen-truyen"), "serif", new ForgeRandom(13).Fork("ke-hoach-tuyen-truyen").Fork("layout"));
        Assert.Equal(3, laid.Pages.Count);
        Assert.Contains(laid.Pages[1].Words.Select(static w => w.Block).Intersect(laid.Pages[2].Words.Select(static w => w.Block)), b => b >= 0);
    }

    private static void AssertComplete(Letter letter, string font, ulong seed)
    {
        LaidLetter laid = LetterComposer.Compose(letter, font, new ForgeRandom(seed));
        ILookup<int, string> printed = laid.Pages.SelectMany(static p => p.Words).Where(static w => !w.Bullet).ToLookup(static w => w.Block, static w => w.Text + w.Raised);
        foreach (BlockDraft block in laid.Blocks.Where(static b => b.Kind != BlockKind.ReceiptStamp))
        {
            string words = string.Join(' ', printed[block.Index]);
            if (block.Kind == BlockKind.Number)
            {
                // Digits by hand and the printed code behind them are two words of one number.
                Assert.Equal(block.Text.Replace(" ", "", StringComparison.Ordinal), words.Replace(" ", "", StringComparison.Ordinal));
                continue;
            }

            Assert.Equal(string.Join(' ', block.Text.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)), words);
        }
    }
}
