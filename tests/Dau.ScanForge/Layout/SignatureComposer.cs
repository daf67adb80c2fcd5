using Dau.ScanForge.Letters;
using SkiaSharp;

namespace Dau.ScanForge.Layout;

/// <summary>Sets recipients, authority, titles, signature, seal and name (cells 7, 8, 9b).</summary>
internal sealed class SignatureComposer(Letter letter, LetterStyle style, TextSetter setter, BlockList blocks)
{
    private static readonly string[] Prefixes = ["TM.", "KT.", "TL.", "TUQ.", "Q.", "T/M", "K/T", "T/L"];

    public Fragment Compose(ForgeRandom random)
    {
        Fragment group = new() { SpaceBefore = 14 };
        float printWidth = 595.28f - style.Left - style.Right;
        float leftBottom = letter.Recipients.Count == 0 ? 0 : Recipients(group, printWidth * 0.47f);
        float rightX = style.Left + (printWidth * 0.49f);
        float rightBottom = Signer(group, rightX, printWidth * 0.51f, random);
        group.Height = Math.Max(leftBottom, rightBottom) + 4;
        return group;
    }

    /// <summary>What the facts say of the signer.</summary>
    public static Signer Fact(SignatureLines lines)
    {
        string? authority = null;
        List<string> titles = [];
        foreach (string line in lines.Lines)
        {
            string? prefix = PrefixOf(line);
            authority ??= prefix?.Replace(".", "", StringComparison.Ordinal).Replace("/", "", StringComparison.Ordinal);
            titles.Add(prefix is null ? line : line[prefix.Length..].Trim());
        }

        if (lines.LowerTitle is not null)
        {
            titles.Add(lines.LowerTitle);
        }

        return new Signer(lines.Name, lines.Rank, titles, authority);
    }

    private static string? PrefixOf(string line) => Array.Find(Prefixes, p => line.StartsWith(p, StringComparison.Ordinal));

    private float Recipients(Fragment group, float width)
    {
        bool party = letter.Profile == LetterProfile.Party;
        float labelSize = party ? style.BodySize : 12;
        float listSize = party ? 12 : style.ListSize;
        int block = blocks.Add(Section.Signature, BlockKind.Recipients, string.Join('\n', ["Nơi nhận:", .. letter.Recipients]));
        float y = 0;
        foreach (Fragment line in setter.Set(Markup.Words("Nơi nhận:", !party, !party), new Frame(style.Left, width, labelSize, 1.2f), block))
        {
            group.Words.AddRange(line.Words.Select(w => w.Moved(0, y)));
            if (party)
            {
                float end = line.Words[^1].X + line.Words[^1].Width;
                group.Rules.Add(new PlacedRule(style.Left, y + line.Words[0].Baseline + 2, end, y + line.Words[0].Baseline + 2, 0.7f));
            }

            y += line.Height;
        }

        float dash = setter.Measure("- ", Cut.Regular, listSize);
        Frame frame = new(style.Left, width, listSize, 1.16f) { HangingIndent = dash, Bullets = true };
        foreach (string item in letter.Recipients)
        {
            foreach (Fragment line in setter.Set(Markup.Words($"- {item}"), frame, block))
            {
                group.Words.AddRange(line.Words.Select(w => w.Moved(0, y)));
                y += line.Height;
            }
        }

        return y;
    }

    private float Signer(Fragment group, float x, float width, ForgeRandom random)
    {
        SignatureLines lines = letter.Signature;
        bool party = letter.Profile == LetterProfile.Party;
        float y = 0;
        foreach (string line in lines.Lines)
        {
            bool authority = PrefixOf(line) is not null;
            int block = blocks.Add(Section.Signature, authority ? BlockKind.Authority : BlockKind.SignerTitle, line);
            y = Centred(group, line, authority || !party, x, width, y, block);
        }

        float signatureTop = y + 4;
        y += 74 + (float)random.Between(0.0, 14.0);
        float middle = x + (width / 2);
        SKRect strokes = SKRect.Create(middle - 42 + (float)random.Between(-8.0, 8.0), signatureTop + 6, 112, y - signatureTop - 12);
        if (lines.Signed)
        {
            group.Marks.Add(new PlacedMark(MarkKind.Signature, strokes, letter.Pen()));
        }

        if (letter.Seal is SealText seal)
        {
            float radius = 51 + (float)random.Between(-4.0, 2.0);
            float sealX = strokes.Left + 12 + (float)random.Between(-8.0, 8.0);
            float sealY = strokes.MidY + (float)random.Between(-5.0, 5.0);
            group.Marks.Add(new PlacedMark(MarkKind.Seal, new SKRect(sealX - radius, sealY - radius, sealX + radius, sealY + radius), Ink.Red)
            {
                Lines = [seal.Top, seal.Bottom, .. seal.Middle],
            });
        }

        if (lines.LowerTitle is not null)
        {
            y = Centred(group, lines.LowerTitle, true, x, width, y, blocks.Add(Section.Signature, BlockKind.SignerTitle, lines.LowerTitle));
        }

        string name = lines.Rank is null ? lines.Name : $"{lines.Rank} {lines.Name}";
        int nameBlock = blocks.Add(Section.Signature, BlockKind.SignerName, name);
        int before = group.Words.Count;
        y = Centred(group, name, true, x, width, y, nameBlock);
        if (lines.NameByStamp)
        {
            List<PlacedWord> words = group.Words[before..];
            group.Words.RemoveRange(before, words.Count);
            words = [.. words.Select(w => w.Moved(0, -letter.NameRaised) with { OnMark = true, Ink = Ink.Red })];
            group.Words.AddRange(words);
            group.Marks.Add(new PlacedMark(MarkKind.NameStamp,
                new SKRect(words[0].X, words[0].Baseline - style.BodySize, words[^1].X + words[^1].Width, words[0].Baseline + 4), Ink.Red) { Lines = [name] });
        }

        return y;
    }

    private float Centred(Fragment group, string text, bool bold, float x, float width, float y, int block)
    {
        foreach (Fragment line in setter.Set(Markup.Words(text, bold), new Frame(x, width, style.BodySize, 1.2f, Alignment.Centre), block))
        {
            group.Words.AddRange(line.Words.Select(w => w.Moved(0, y)));
            y += line.Height;
        }

        return y;
    }
}
