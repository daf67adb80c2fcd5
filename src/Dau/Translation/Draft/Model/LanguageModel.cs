using System.Numerics;
using System.Runtime.CompilerServices;

namespace Dau.Translation.Draft.Model;

/// <summary>
/// Two back-off language models of English over the same sequences, one of the register, one of other English: a look finds both. Probabilities in steps of
/// 1/16 (natural logarithm).
/// </summary>
internal sealed class LanguageModel
{
    /// <summary>Words of the longest sequence.</summary>
    public const int Order = 5;

    private const float Step = 1 / 16f;
    private const float Unknown = -14;
    private const int WordBits = 16;
    private const ulong WordMask = (1UL << WordBits) - 1;

    [ThreadStatic]
    private static Memo? t_memo;

    private readonly HashIndex[] _index = new HashIndex[Order];
    private readonly Column<byte>[] _probability = new Column<byte>[Order]; // official, general, official, …
    private readonly Column<byte>[] _backOff = new Column<byte>[Order];

    /// <summary>State at the start of a sentence.</summary>
    public ulong Start { get; private init; }

    /// <summary>Number of the word that ends a sentence.</summary>
    public int End { get; private init; }

    /// <summary>Reads the model's part of the file.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static LanguageModel Read(TableReader reader, Vocabulary words)
    {
        var model = Of(words);
        Span<int> ids = stackalloc int[Order];
        Span<ulong> keys = stackalloc ulong[Order + 1];
        for (var n = 0; n < Order; n++)
        {
            var count = reader.Number();
            model._index[n] = new HashIndex(count);
            model._probability[n] = new Column<byte>(2 * count);
            model._backOff[n] = new Column<byte>(n == Order - 1 ? 0 : 2 * count);
            for (var i = 0; i < count; i++)
            {
                for (var k = reader.Byte(); k <= n; k++)
                {
                    ids[k] = reader.Number();
                    keys[k + 1] = HashIndex.Extend(keys[k], ids[k]);
                }

                model._index[n].Set(keys[n + 1], i);
            }

            reader.Spread(model._probability[n].Span, 0, 2);
            reader.Spread(model._probability[n].Span, 1, 2);
            reader.Spread(model._backOff[n].Span, 0, 2);
            reader.Spread(model._backOff[n].Span, 1, 2);
        }

        return model;
    }

    /// <summary>Reads a model that <see cref="Save"/> wrote.</summary>
    public static LanguageModel Load(UnpackedReader reader, Vocabulary words)
    {
        var model = Of(words);
        for (var n = 0; n < Order; n++)
        {
            (model._index[n], model._probability[n], model._backOff[n]) = (HashIndex.Load(reader), reader.Column<byte>(), reader.Column<byte>());
        }

        return model;
    }

    public void Save(UnpackedWriter writer)
    {
        for (var n = 0; n < Order; n++)
        {
            _index[n].Save(writer);
            writer.Write(_probability[n].Span);
            writer.Write(_backOff[n].Span);
        }
    }

    /// <summary>The state after one more word.</summary>
    public static ulong Push(ulong state, int word) => (state << WordBits) | (uint)(word + 1);

    /// <summary>The state without words that no sequence of the model starts with: what goes on alike is alike.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ulong Trim(ulong state)
    {
        ref readonly var context = ref Memory().Context(state);
        for (var n = Order - 1; n > 0; n--)
        {
            if (context.Keys[n] != 0)
            {
                return n == Order - 1 || context.Skips ? state : state & ((1UL << (WordBits * n)) - 1);
            }
        }

        return 0;
    }

    /// <summary>Logarithms of the probability of a word after a state.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public LanguageScore Score(ulong state, int word)
    {
        if (word < 0)
        {
            return new(Unknown, Unknown);
        }

        // A decoder asks for the same words in the same places again and again, and each look into the tables is a miss of the processor's cache.
        var memo = Memory();
        var key = HashIndex.Extend(state * 0x9E3779B97F4A7C15UL, word); // mixed first: the last word and the new one would cancel out
        ref var entry = ref memo.Entries[(key >> 7) & (Memo.Size - 1)];
        if (entry.Key != key)
        {
            entry = (key, Look(in memo.Context(state), word));
        }

        return entry.Score;
    }

    private Memo Memory() => t_memo is { } memo && memo.Model == this ? memo : t_memo = new Memo(this);

    private static LanguageModel Of(Vocabulary words) => new() { Start = Push(0, words.Find("<s>")), End = words.Find("</s>") };

    private Context Find(ulong state)
    {
        Span<int> words = stackalloc int[Order - 1];
        var length = 0;
        for (var k = 0; k < Order - 1; k++)
        {
            // A word that is in no table (0) is passed over.
            if ((int)((state >> (WordBits * k)) & WordMask) is > 0 and var id)
            {
                words[length++] = id - 1;
            }
        }

        var context = new Context { State = state, Skips = BitOperations.LeadingZeroCount(state) / WordBits + length < Order - 1 };
        for (var n = 1; n <= length; n++)
        {
            var key = 0UL;
            for (var k = n - 1; k >= 0; k--)
            {
                key = HashIndex.Extend(key, words[k]);
            }

            var found = _index[n - 1].Find(key);
            context.Keys[n] = found < 0 ? 0 : key;
            context.BackOff[n] = found < 0 ? default : new(_backOff[n - 1][2 * found] * Step, _backOff[n - 1][(2 * found) + 1] * Step);
        }

        return context;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private LanguageScore Look(in Context context, int word)
    {
        var (official, general) = (0f, 0f);
        for (var n = Order - 1; n >= 0; n--)
        {
            // A sequence is in the tables only where all but its last word are.
            if (n > 0 && context.Keys[n] == 0)
            {
                continue;
            }

            var found = _index[n].Find(HashIndex.Extend(context.Keys[n], word));
            if (found >= 0)
            {
                return new(official - (_probability[n][2 * found] * Step), general - (_probability[n][(2 * found) + 1] * Step));
            }

            official -= context.BackOff[n].Official;
            general -= context.BackOff[n].General;
        }

        return new(official + Unknown, general + Unknown);
    }

    /// <summary>A logarithm as a byte of the file.</summary>
    public static byte Quantise(double logarithm) => (byte)Math.Clamp(Math.Round(-logarithm / Step), 0, 255);

    /// <summary>What the tables have of a state's last words: of the last one, the last two, …; the first place is for none.</summary>
    private struct Context
    {
        public ulong State;
        public bool Skips; // whether an unknown word stands in it
        public PerLength<ulong> Keys; // 0 for a sequence that is not there
        public PerLength<LanguageScore> BackOff;
    }

    [InlineArray(Order)]
    private struct PerLength<T>
    {
        private T _none;
    }

    private sealed class Memo(LanguageModel model)
    {
        public const int Size = 1 << 14;
        public const int ContextSize = 1 << 12;

        public LanguageModel Model { get; } = model;

        public (ulong Key, LanguageScore Score)[] Entries { get; } = new (ulong, LanguageScore)[Size];

        private readonly Context[] _contexts = new Context[ContextSize];

        public ref readonly Context Context(ulong state)
        {
            ref var context = ref _contexts[((state * 0x9E3779B97F4A7C15UL) >> 40) & (ContextSize - 1)];
            if (context.State != state)
            {
                context = Model.Find(state);
            }

            return ref context;
        }
    }
}
