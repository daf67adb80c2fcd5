namespace Dau.Facts;

/// <summary>Gathers, fact by fact, the words it rests on and whether they are in doubt.</summary>
internal sealed class FactNotes(WordBook words)
{
    /// <summary>Below this a digit of a number or day is taken as unsure. Printed ones were read with 0.89 and more, most written ones with less.</summary>
    private const double SureDigits = 0.88;

    /// <summary>Above this only the digits of a number's word count: its code may have letters that look alike.</summary>
    private const double SureCode = 0.6;

    /// <summary>Letter by letter, printed digits were read with 0.98 and more.</summary>
    private const double SureDigit = 0.97;

    /// <summary>Digits this much taller than the printed year beside them are written by hand (measured: print 0.9 to 1.1, hand 1.4 to 1.8).</summary>
    private const double TallDay = 1.25;

    /// <summary>Digits and code this much taller than the label "Số:" are written by hand; the stroke and Đ make printed ones up to 1.15 as tall, 1.45 on a few faxes (measured on forged letters).</summary>
    private const double TallNumber = 1.25;

    /// <summary>Below this a word of another fact is taken as unsure.</summary>
    private const double SureWord = 0.35;

    /// <summary>Below this a syllable of a person's name is taken as unsure.</summary>
    private const double SureName = 0.8;

    /// <summary>Below this a word of a title is taken as unsure.</summary>
    private const double SureTitle = 0.5;

    /// <summary>A digit that the engine gives this chance to be another digit is taken as unsure.</summary>
    private const double OtherDigit = 0.05;

    /// <summary>A letter of a code that the engine gives another letter this share of its own chance is taken as unsure.</summary>
    internal const double OtherLetter = 0.5;

    /// <summary>And one of an abbreviation in a list, where nothing else says what it should be, this share.</summary>
    private const double OtherInitial = 0.1;

    private readonly List<string> uncertain = [];
    private readonly Dictionary<string, IReadOnlyList<string>> evidence = new(StringComparer.Ordinal);

    internal IReadOnlyList<string> Uncertain => uncertain;

    internal IReadOnlyDictionary<string, IReadOnlyList<string>> Evidence => evidence;

    /// <summary>Doubts a fact whose block was not found.</summary>
    internal void DoubtMissing(string fact, Block? block)
    {
        if (block is null && !uncertain.Contains(fact))
        {
            uncertain.Add(fact);
        }
    }

    internal void Add(string fact, Block? block, bool doubtful = false, bool digits = false)
    {
        if (block is not null)
        {
            Add(fact, block.Segments.SelectMany(static s => s.WordIds), doubtful, digits);
        }
    }

    /// <summary>Adds a list; an item of words without any mark, with digits among the letters or with an abbreviation in doubt was not read well.</summary>
    internal void AddList(string fact, Block? block, bool labelled) =>
        Add(fact, block, block is not null && (!labelled || block.Segments.Any(static s => IsGarbled(s.Source)) || LacksLine(block)
            || block.Segments.SelectMany(words.Of).Any(static w => (w.Source.Count(char.IsUpper) > 1 && (w.Confidence < SureTitle || HasOtherLetter(w, OtherInitial))) || HasOtherDigit(w))));

    // A gap in an evenly set list, a line high: what stood there was not read.
    private bool LacksLine(Block block)
    {
        PixelBox[] boxes = [.. block.Segments.SelectMany(words.Of).Where(static w => w.Source.Any(char.IsLetter)).Select(static w => w.Layout.IsEmpty ? w.Box : w.Layout).OrderBy(static b => b.CentreY)];
        List<double> lines = [];
        foreach (PixelBox box in boxes)
        {
            if (lines.Count == 0 || box.CentreY - lines[^1] > 0.6 * box.Height)
            {
                lines.Add(box.CentreY);
            }
        }

        double[] steps = [.. lines.Zip(lines.Skip(1), static (a, b) => b - a)];
        double middle = steps.Length < 3 ? double.MaxValue : steps.Order().ElementAt(steps.Length / 2);
        return Array.Exists(steps, s => s > 1.65 * middle);
    }

    private static bool IsGarbled(string text)
    {
        string[] words = [.. text.Split(' ').Select(static w => w.Trim('.', ',', ';', ':', '-', '(', ')', '"', '“', '”'))];
        string[] syllables = [.. words.Where(static w => w.Length > 1 && w.All(char.IsLetter) && !Segmentation.LetterForms.IsCapitals(w))];
        return (syllables.Length >= 3 && syllables.All(static w => w.All(static c => c < 128)))
            || syllables.Count(static w => !VietnameseSyllable.IsLawful(w)) >= 2
            || words.Any(static w => w.Length > 2 && char.IsDigit(w[0]) && w.Skip(1).Count(char.IsLetter) > 1 && !w.Contains('/', StringComparison.Ordinal));
    }

    internal void Add(string fact, IEnumerable<string> ids, bool doubtful = false, bool digits = false)
    {
        string[] all = [.. ids];
        if (all.Length == 0)
        {
            return;
        }

        evidence[fact] = all;
        Word[] found = [.. words.Of(all)];
        bool unsure = digits
            ? found.Any(static w => w.Source.Any(char.IsDigit) && w.Confidence < SureDigits && !(w.Confidence >= SureCode && AreSureDigits(w)))
            : found.Any(static w => w.Source.Count(char.IsLetter) > 1 && w.Confidence < SureWord);
        unsure |= digits && (IsTall(found) || found.Any(static w => HasOtherDigit(w) || (w.Source.Any(char.IsDigit) && HasOtherLetter(w, OtherLetter))));
        bool marked = all.Any(id => digits ? words.IsOn(id, MarkKind.Handwriting, MarkKind.Seal, MarkKind.Signature, MarkKind.ReceiptStamp)
            : words.IsOn(id, MarkKind.Handwriting));
        if (doubtful || unsure || marked)
        {
            uncertain.Add(fact);
        }
    }

    /// <summary>The least confidence among the words before the date.</summary>
    internal double LeastOfPlace(Block? placeDate)
    {
        string[] ids = placeDate is null ? [] : [.. placeDate.Segments.SelectMany(static s => s.WordIds)];
        return words.Of(ids.Take(DayAt(ids))).Select(static w => w.Confidence).DefaultIfEmpty(1).Min();
    }

    // Whether the engine was sure of every digit and of every sign before the code.
    private static bool AreSureDigits(Word word)
    {
        Symbol[] before = [.. word.Symbols.TakeWhile(static s => s.Text is not ("/" or "-"))];
        return before.Length > 0 && before.Length < word.Symbols.Count && before.All(static s => IsDigit(s.Text) && s.Probability >= SureDigit);
    }

    /// <summary>Whether the engine saw another digit in place of one of a word's.</summary>
    internal static bool HasOtherDigit(Word word) => word.Symbols.Any(static s => IsDigit(s.Text) && s.Choices.Any(static c => c.Probability >= OtherDigit && IsDigit(c.Text)));

    /// <summary>Whether the engine wavered over a letter of a code: 57/GTI for 57/GTT.</summary>
    internal static bool HasOtherLetter(Word word, double share) => word.Symbols.Any(s => IsCapital(s.Text) && s.Choices.Any(c => c.Probability >= share * s.Probability && IsCapital(c.Text)));

    private static bool IsCapital(string text) => text.Length == 1 && char.IsUpper(text[0]);

    private static bool IsDigit(string text) => text.Length == 1 && char.IsAsciiDigit(text[0]);

    // Written digits overtop the print around them, however well they were read.
    private static bool IsTall(Word[] words)
    {
        Word? year = Array.FindLast(words, static w => w.Source.Count(char.IsDigit) == 4 && w.Source.Trim('.', ',').Length == 4);
        Word? label = Array.Find(words, static w => Segmentation.LetterForms.Letters(w.Source) == "so");
        return Array.Exists(words, w => w != year && w.Source.Any(char.IsDigit)
            && ((year is not null && w.Layout.Height > TallDay * year.Layout.Height) || (year is null && label is not null && w.Layout.Height > TallNumber * label.Layout.Height)));
    }

    // Where "ngày" stands; 0 where it is not there.
    private int DayAt(string[] ids) => Math.Max(0,
        Array.FindIndex(ids, id => words.Of([id]).Any(static w => Segmentation.LetterForms.Plain(w.Source).Contains("ngay", StringComparison.Ordinal))));

    internal void AddDate(Block? block, DateRead? date, bool placeMended)
    {
        if (block is null || date is null)
        {
            return;
        }

        string[] ids = [.. block.Segments.SelectMany(static s => s.WordIds)];
        int day = DayAt(ids);
        Add("place", date.Place is null ? [] : ids.Take(day), placeMended);
        Add("date", ids.Skip(day), date.Doubtful || date.Date is null, digits: true);
    }

    internal void AddSigner(SignerRead read)
    {
        if (read.Signer is not Signer signer)
        {
            return;
        }

        IReadOnlyList<Block> signature = read.Blocks;
        string[] titles = [.. signature.Where(static b => b.Kind is BlockKind.Authority or BlockKind.SignerTitle).SelectMany(static b => b.Segments).SelectMany(static s => s.WordIds)];
        string[] name = [.. signature.Where(static b => b.Kind == BlockKind.SignerName).SelectMany(static b => b.Segments).SelectMany(static s => s.WordIds)];
        int rank = signer.Rank is null ? 0 : signer.Rank.Count(static c => c == ' ') + 1;
        bool titlesDoubtful = read.TitlesDoubtful || words.Of(titles).Any(static w => w.Source.Count(char.IsLetter) > 1 && w.Confidence < SureTitle);
        Add("signer.titles", titles, titlesDoubtful);
        Add("signer.rank", name.Take(rank));
        Add("signer.name", name.Skip(rank), read.NameDoubtful || words.Of(name.Skip(rank)).Any(static w => w.Confidence < SureName));
        if (signer.Authority is not null)
        {
            Add("signer.authority", titles.Take(1), read.AuthorityDoubtful);
        }
        else if (titlesDoubtful || titles.Length == 0)
        {
            // The letters "KT." may be under the seal that took the rest.
            uncertain.Add("signer.authority");
        }

        if (signer.Name is null)
        {
            uncertain.Add("signer.name");
        }

        if (titles.Length == 0)
        {
            uncertain.Add("signer.titles");
        }
    }
}
