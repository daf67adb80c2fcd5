using System.Runtime.CompilerServices;

namespace Dau.Translation.Draft.Model;

/// <summary>Phrases of Vietnamese and what they became, with scores.</summary>
internal sealed class PhraseTable
{
    /// <summary>Scores of a pair: p(e|f), lexical e|f, p(f|e), lexical f|e, p(e|f) in text of the register, p(e|f) elsewhere.</summary>
    public const int Scores = 6;

    /// <summary>After those: how likely the phrase follows the one before it in the source's order, swapped with it, or elsewhere; then the same of the one after it.</summary>
    public const int Orders = 6;

    /// <summary>Tokens of the longest Vietnamese phrase.</summary>
    public const int Longest = 6;

    /// <summary>In the byte after those: the pair was seen in one sentence.</summary>
    public const byte SeenOnce = 1;

    /// <summary>It was seen in two.</summary>
    public const byte SeenTwice = 2;

    /// <summary>Only the dictionary has it.</summary>
    public const byte DictionaryOnly = 4;

    private const int Width = Scores + Orders + 1;

    private const float Step = 0.05f;

    private readonly HashIndex _index;
    private readonly Column<int> _firstOption;
    private readonly Column<int> _targetStart;
    private readonly Column<ushort> _targets;
    private readonly Column<byte> _scores;

    private PhraseTable(HashIndex index, Column<int> firstOption, Column<int> targetStart, Column<ushort> targets, Column<byte> scores) =>
        (_index, _firstOption, _targetStart, _targets, _scores) = (index, firstOption, targetStart, targets, scores);

    /// <summary>Reads the table's part of the file.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static PhraseTable Read(TableReader reader)
    {
        var phrases = reader.Number();
        var options = reader.Number();
        var words = reader.Number();
        var index = new HashIndex(phrases);
        var firstOption = new Column<int>(phrases + 1);
        var targetStart = new Column<int>(options + 1);
        var targets = new Column<ushort>(words);
        var scores = new Column<byte>(options * Width);
        var keys = new ulong[Longest + 1];
        var (option, word) = (0, 0);
        for (var i = 0; i < phrases; i++)
        {
            int shared = reader.Byte();
            int length = reader.Byte();
            for (var k = shared; k < length; k++)
            {
                keys[k + 1] = HashIndex.Extend(keys[k], reader.Number());
            }

            index.Set(keys[length], i);
            firstOption[i] = option;
            for (var n = reader.Byte(); n > 0; n--)
            {
                targetStart[option] = word;
                for (var w = reader.Byte(); w > 0; w--)
                {
                    targets[word++] = checked((ushort)reader.Number());
                }

                option++;
            }
        }

        firstOption[phrases] = option;
        targetStart[option] = word;
        for (var k = 0; k < Width; k++)
        {
            reader.Spread(scores.Span, k, Width);
        }

        return new PhraseTable(index, firstOption, targetStart, targets, scores);
    }

    /// <summary>Reads a table that <see cref="Save"/> wrote.</summary>
    public static PhraseTable Load(UnpackedReader reader) =>
        new(HashIndex.Load(reader), reader.Column<int>(), reader.Column<int>(), reader.Column<ushort>(), reader.Column<byte>());

    public void Save(UnpackedWriter writer)
    {
        _index.Save(writer);
        writer.Write(_firstOption.Span);
        writer.Write(_targetStart.Span);
        writer.Write(_targets.Span);
        writer.Write(_scores.Span);
    }

    /// <summary>The options of a phrase, as a range of numbers; empty for an unknown phrase.</summary>
    public (int First, int End) Find(ulong key) => _index.Find(key) is >= 0 and var at ? (_firstOption[at], _firstOption[at + 1]) : (0, 0);

    /// <summary>The English of an option, as a new array.</summary>
    public int[] Target(int option)
    {
        var words = new int[_targetStart[option + 1] - _targetStart[option]];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = _targets[_targetStart[option] + i];
        }

        return words;
    }

    /// <summary>A score of an option, as a natural logarithm.</summary>
    public float Score(int option, int which) => -_scores[(option * Width) + which] * Step;

    /// <summary>What is known of an option's order, as a natural logarithm; the usual for one that is not of the tables (-1).</summary>
    public float Order(int option, int which) => option >= 0 ? Score(option, Scores + which) : which % (Orders / 2) == 0 ? -0.4f : -1.8f;

    /// <summary>Where and how often an option was seen.</summary>
    public byte Seen(int option) => _scores[(option * Width) + Scores + Orders];

    /// <summary>All scores of an option but orders and language model, weighted.</summary>
    public float Weigh(int option, Weights weights)
    {
        var total = 0f;
        for (var k = 0; k < Scores; k++)
        {
            total += weights.Values[k] * Score(option, k);
        }

        var seen = Seen(option);
        total += (seen & SeenOnce) == 0 ? 0 : weights.SeenOnce;
        total += (seen & SeenTwice) == 0 ? 0 : weights.SeenTwice;
        return total + ((seen & DictionaryOnly) == 0 ? 0 : weights.DictionaryOnly);
    }

    /// <summary>A logarithm as a byte of the file.</summary>
    public static byte Quantise(double logarithm) => (byte)Math.Clamp(Math.Round(-logarithm / Step), 0, 255);
}
