using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Dau.Translation.Draft.Model;

namespace Dau.Training.Translation;

/// <summary>Writes the draft engine's file, the layout that <see cref="DraftModel.Read"/> reads.</summary>
internal static class ModelWriter
{
    // A tenth larger than Brotli's best, in a tenth of the time: the best only where the file would be larger than what may ship.
    private const int Quality = 9;
    private const int BestQuality = 11;
    private const int LargestFile = 40_000_000;
    private const int Spare = 1000; // for the head
    private const int Window = 24;
    private const int QuickQuality = 5;

    // Steps of the file that a score is rounded to: the decoder does not feel it, and what is alike packs well.
    private const int ProbabilitySteps = 2;
    private const int OrderSteps = 4;

    /// <summary>Writes the file whole or not at all.</summary>
    public static void Write(string path, Vocabulary sourceWords, Vocabulary targetWords, IReadOnlyList<double> register,
        IReadOnlyList<IReadOnlyList<PhrasePair>> phrases, IReadOnlyList<IReadOnlyList<LanguageModelEstimator.Entry>> language, bool quick)
    {
        // Only words that a table uses, the frequent ones with small numbers.
        var sources = Renumber(sourceWords, phrases.SelectMany(static g => g[0].Source));
        var targets = Renumber(targetWords, phrases.SelectMany(static g => g.SelectMany(static p => p.Target)).Concat(language[0].SelectMany(static e => e.Words)));
        using var tables = new MemoryStream();
        using var writer = new BinaryWriter(tables, Encoding.UTF8);
        WriteWords(writer, sourceWords, sources);
        WriteWords(writer, targetWords, targets);
        foreach (var (word, _) in sources.OrderBy(static p => p.Value))
        {
            writer.Write(Register.Quantise(register[word]));
        }

        WritePhrases(writer, phrases, sources, targets);
        WriteLanguage(writer, language, targets);
        writer.Flush();
        var unpacked = tables.GetBuffer().AsSpan(0, (int)tables.Length);
        var packed = Pack(unpacked, quick ? QuickQuality : Quality);
        Write(path, Weights.UsualOfficial, Weights.UsualGeneral, quick || packed.Length < LargestFile - Spare ? packed : Pack(unpacked, BestQuality));
    }

    private static byte[] Pack(ReadOnlySpan<byte> tables, int quality)
    {
        var body = new byte[BrotliEncoder.GetMaxCompressedLength(tables.Length)];
        return BrotliEncoder.TryCompress(tables, body, out var length, quality, Window) ? body[..length] : throw new InvalidOperationException("The tables could not be packed.");
    }

    /// <summary>The file with other weights.</summary>
    public static void ReplaceWeights(string path, Weights official, Weights general) =>
        Write(path, official, general, File.ReadAllBytes(path).AsSpan(DraftModel.Head + (2 * Weights.Bytes)));

    private static void Write(string path, Weights official, Weights general, ReadOnlySpan<byte> tables)
    {
        byte[] rest = [.. MemoryMarshal.AsBytes(official.Values.AsSpan()), .. MemoryMarshal.AsBytes(general.Values.AsSpan()), .. tables];
        var part = path + ".part";
        using (var file = File.Create(part))
        {
            file.Write(Encoding.ASCII.GetBytes(DraftModel.Magic));
            file.Write(SHA256.HashData(rest));
            file.Write(rest);
        }

        File.Move(part, path, overwrite: true);
    }

    private static void WritePhrases(BinaryWriter writer, IReadOnlyList<IReadOnlyList<PhrasePair>> phrases, Dictionary<int, int> sources, Dictionary<int, int> targets)
    {
        var sorted = phrases.Select(g => (Source: g[0].Source.Select(w => sources[w]).ToArray(), Options: g)).OrderBy(static g => g.Source, WordOrder.Instance).ToList();
        writer.Write7BitEncodedInt(sorted.Count);
        writer.Write7BitEncodedInt(sorted.Sum(static g => g.Options.Count));
        writer.Write7BitEncodedInt(sorted.Sum(static g => g.Options.Sum(static p => p.Target.Length)));
        int[] last = [];
        foreach (var (source, options) in sorted)
        {
            var shared = source.AsSpan().CommonPrefixLength(last);
            writer.Write((byte)shared);
            writer.Write((byte)source.Length);
            foreach (var word in source.AsSpan(shared))
            {
                writer.Write7BitEncodedInt(word);
            }

            writer.Write((byte)options.Count);
            foreach (var option in options)
            {
                writer.Write((byte)option.Target.Length);
                foreach (var word in option.Target)
                {
                    writer.Write7BitEncodedInt(targets[word]);
                }
            }

            last = source;
        }

        // Score by score, not phrase by phrase: what is alike packs well.
        for (var i = 0; i < PhraseTable.Scores + PhraseTable.Orders; i++)
        {
            var steps = i < PhraseTable.Scores ? ProbabilitySteps : OrderSteps;
            foreach (var option in sorted.SelectMany(static g => g.Options))
            {
                writer.Write((byte)Math.Min(byte.MaxValue / steps * steps, (PhraseTable.Quantise(option.Scores[i]) + (steps / 2)) / steps * steps));
            }
        }

        foreach (var option in sorted.SelectMany(static g => g.Options))
        {
            writer.Write(option.Seen);
        }
    }

    private static void WriteLanguage(BinaryWriter writer, IReadOnlyList<IReadOnlyList<LanguageModelEstimator.Entry>> language, Dictionary<int, int> targets)
    {
        for (var n = 0; n < language.Count; n++)
        {
            var entries = language[n].Select(e => (Words: e.Words.Select(w => targets[w]).ToArray(), e.Probability, e.BackOff)).OrderBy(static e => e.Words, WordOrder.Instance).ToList();
            writer.Write7BitEncodedInt(entries.Count);
            int[] last = [];
            foreach (var (words, _, _) in entries)
            {
                var shared = words.AsSpan().CommonPrefixLength(last);
                writer.Write((byte)shared);
                foreach (var word in words.AsSpan(shared))
                {
                    writer.Write7BitEncodedInt(word);
                }

                last = words;
            }

            WriteBoth(writer, entries.Select(static e => e.Probability));
            if (n < language.Count - 1)
            {
                WriteBoth(writer, entries.Select(static e => e.BackOff));
            }
        }
    }

    private static void WriteBoth(BinaryWriter writer, IEnumerable<(double Official, double General)> logarithms)
    {
        foreach (var (official, _) in logarithms)
        {
            writer.Write(LanguageModel.Quantise(Math.Min(0, official)));
        }

        foreach (var (_, general) in logarithms)
        {
            writer.Write(LanguageModel.Quantise(Math.Min(0, general)));
        }
    }

    private static Dictionary<int, int> Renumber(Vocabulary words, IEnumerable<int> used)
    {
        var counts = new int[words.Count];
        foreach (var word in used)
        {
            counts[word]++;
        }

        return Enumerable.Range(0, words.Count).Where(w => counts[w] > 0).OrderByDescending(w => counts[w]).ThenBy(static w => w)
            .Select(static (word, number) => (word, number)).ToDictionary(static p => p.word, static p => p.number);
    }

    private static void WriteWords(BinaryWriter writer, Vocabulary words, Dictionary<int, int> numbers)
    {
        writer.Write7BitEncodedInt(numbers.Count);
        foreach (var (word, _) in numbers.OrderBy(static p => p.Value))
        {
            writer.Write(words[word]);
        }
    }
}
