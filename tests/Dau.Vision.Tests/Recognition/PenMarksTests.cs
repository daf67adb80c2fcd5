using Dau.ScanForge.Letters;
using Dau.ScanForge.Output;
using Dau.ScanForge.Scanning;

namespace Dau.Vision.Tests.Recognition;

/// <summary>What a pen wrote in black is a mark and no text.</summary>
public sealed class PenMarksTests
{
    private static readonly Letter s_letter = OfficeLetters.InternalAffairs with { Seal = null, BlackPen = true, Note = NotePlace.Left, Initials = true, NumberByHand = false, DayByHand = false };

    [Theory]
    [InlineData("office")]
    [InlineData("fax")]
    public void A_note_in_the_margin_is_a_mark_and_no_word_of_the_text(string condition)
    {
        (Page page, Truth truth) = ForgedPage.Read(s_letter, new ScanOptions { Condition = condition, Seed = 12 }, 1);
        TruthMark note = Assert.Single(truth.Marks, static mark => mark is { Kind: MarkKind.Handwriting, Page: 1 });
        Mark found = Assert.Single(page.Marks, static mark => mark.Kind is MarkKind.Handwriting);
        Assert.True(ForgedPage.Shared(found.Box, note.Box) > 0.6);
        Assert.Equal("black", found.Colour);
        Assert.DoesNotContain(page.Words, word => ForgedPage.Shared(word.Box, note.Box) > 0.9);
    }

    [Theory]
    [InlineData("office")]
    [InlineData("fax")]
    public void A_black_signature_without_a_seal_is_found_and_the_name_below_it_stays(string condition)
    {
        (Page page, Truth truth) = ForgedPage.Read(s_letter, new ScanOptions { Condition = condition, Seed = 12 }, 2);
        TruthMark signature = Assert.Single(truth.Marks, static mark => mark.Kind is MarkKind.Signature);
        Assert.Contains(page.Marks, mark => mark.Kind is MarkKind.Signature && ForgedPage.Shared(mark.Box, signature.Box) > 0.5);
        Assert.Contains(page.Words, static word => word.Ocr == "Khải");
    }

    [Fact]
    public void Print_alone_has_no_marks_by_hand()
    {
        Letter printed = s_letter with { Note = NotePlace.None, Initials = false, Signature = s_letter.Signature with { Signed = false } };
        foreach (int number in new[] { 1, 2 })
        {
            (Page page, _) = ForgedPage.Read(printed, new ScanOptions { Condition = "fax", Seed = 5 }, number);
            Assert.DoesNotContain(page.Marks, static mark => mark.Kind is MarkKind.Signature or MarkKind.Handwriting);
        }
    }
}
