namespace Dau.Translation.Draft.Decoding;

/// <summary>The best hypotheses that cover as many tokens; of those that go on alike only the best.</summary>
internal sealed class HypothesisStack
{
    private const float Margin = 12;
    private const int Full = 3; // times the beam: then the worse ones go

    private readonly int _beam;
    private readonly bool _keepsAll;
    private readonly Hypothesis?[] _slots;
    private readonly short[] _table; // by what goes on alike: slot + 1
    private readonly Stack<int> _free = [];
    private int _used;
    private int _count;
    private float _best = float.NegativeInfinity;
    private float _threshold = float.NegativeInfinity;

    public HypothesisStack(int beam, bool keepsAll = false)
    {
        (_beam, _keepsAll) = (beam, keepsAll);
        _slots = new Hypothesis?[(beam * Full) + 1];
        _table = new short[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)_slots.Length * 2)];
    }

    /// <summary>Whether one with more than this rank has a place.</summary>
    public bool MayTake(float rank) => rank > _threshold && rank > _best - Margin;

    /// <summary>Whether one with this rank has a place.</summary>
    public bool IsWorth(float rank) => rank >= _threshold && rank >= _best - Margin;

    /// <summary>Takes a hypothesis, if it has a place and none that goes on alike is as good.</summary>
    public void Add(ulong coverage, int lastEnd, ulong state, float score, float rank, Hypothesis? back, int choice)
    {
        if (!IsWorth(rank))
        {
            return;
        }

        ref var at = ref Find(coverage, lastEnd, state);
        var twin = at > 0 ? _slots[at - 1]! : null;
        if (twin is not null && twin.Score >= score)
        {
            if (_keepsAll)
            {
                twin.Alternative = new Hypothesis(coverage, lastEnd, state, score, rank, back, choice) { Alternative = twin.Alternative };
            }

            return;
        }

        if (at == 0)
        {
            at = (short)((_free.TryPop(out var free) ? free : _used++) + 1);
            _count++;
        }

        _slots[at - 1] = new Hypothesis(coverage, lastEnd, state, score, rank, back, choice) { Alternative = _keepsAll ? twin : null };
        _best = Math.Max(_best, rank);
        if (_count > _beam * Full)
        {
            Cut();
        }
    }

    /// <summary>The best ones, in order.</summary>
    public Hypothesis[] Best()
    {
        Cut();
        return [.. Ranked().Select(slot => _slots[slot]!)];
    }

    private void Cut()
    {
        if (_count <= _beam)
        {
            return;
        }

        var ranked = Ranked();
        _threshold = _slots[ranked[_beam - 1]]!.Rank;
        foreach (var worse in ranked.AsSpan(_beam))
        {
            _slots[worse] = null;
            _free.Push(worse);
        }

        _count = _beam;
        Array.Clear(_table);
        foreach (var slot in ranked.AsSpan(0, _beam))
        {
            var kept = _slots[slot]!;
            Find(kept.Coverage, kept.LastEnd, kept.State) = (short)(slot + 1);
        }
    }

    /// <summary>Slots from the best to the worst, those of the same rank by number.</summary>
    private int[] Ranked()
    {
        var keys = new ulong[_count];
        for (int slot = 0, n = 0; slot < _used; slot++)
        {
            if (_slots[slot] is { } hypothesis)
            {
                keys[n++] = ((ulong)Descending(hypothesis.Rank) << 32) | (uint)slot;
            }
        }

        Array.Sort(keys);
        return Array.ConvertAll(keys, static key => (int)(uint)key);
    }

    // Bits of a number whose order is the other way round: negative ones already are, as they stand.
    private static uint Descending(float rank) => BitConverter.SingleToUInt32Bits(rank) is var bits && bits >> 31 == 0 ? ~bits & 0x7FFFFFFF : bits;

    private ref short Find(ulong coverage, int lastEnd, ulong state)
    {
        var mixed = ((coverage * 0x9E3779B97F4A7C15UL) ^ state ^ ((ulong)lastEnd << 57)) * 0xD6E8FEB86659FD93UL;
        for (var at = (int)(mixed >> 40) & (_table.Length - 1); ; at = (at + 1) & (_table.Length - 1))
        {
            if (_table[at] == 0 || _slots[_table[at] - 1]!.GoesOnAs(coverage, lastEnd, state))
            {
                return ref _table[at];
            }
        }
    }
}
