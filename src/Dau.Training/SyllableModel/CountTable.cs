namespace Dau.Training.SyllableModel;

/// <summary>Counts by key, by open addressing: half the memory of a dictionary. Keys are never 0.</summary>
internal sealed class CountTable
{
    private ulong[] _keys;
    private int[] _counts;

    public CountTable(int capacityBits = 22)
    {
        _keys = new ulong[1 << capacityBits];
        _counts = new int[1 << capacityBits];
    }

    public int Count { get; private set; }

    public int this[ulong key]
    {
        get
        {
            int slot = Find(key);
            return _keys[slot] == key ? _counts[slot] : 0;
        }
    }

    public void Add(ulong key, int count)
    {
        int slot = Find(key);
        if (_keys[slot] == 0)
        {
            if (Count > _keys.Length * 0.7)
            {
                Grow();
                slot = Find(key);
            }

            _keys[slot] = key;
            Count++;
        }

        _counts[slot] += count;
    }

    /// <summary>All keys, rising, with their counts; the table is empty afterwards.</summary>
    public (ulong[] Keys, int[] Counts) TakeSorted()
    {
        ulong[] keys = new ulong[Count];
        int[] counts = new int[Count];
        int place = 0;
        for (int i = 0; i < _keys.Length; i++)
        {
            if (_keys[i] != 0)
            {
                (keys[place], counts[place++]) = (_keys[i], _counts[i]);
            }
        }

        (_keys, _counts, Count) = (new ulong[2], new int[2], 0);
        Array.Sort(keys, counts);
        return (keys, counts);
    }

    /// <summary>Every key with its count.</summary>
    public IEnumerable<(ulong Key, int Count)> Entries()
    {
        for (int i = 0; i < _keys.Length; i++)
        {
            if (_keys[i] != 0)
            {
                yield return (_keys[i], _counts[i]);
            }
        }
    }

    private void Grow()
    {
        (ulong[] keys, int[] counts) = (_keys, _counts);
        (_keys, _counts) = (new ulong[keys.Length * 2], new int[keys.Length * 2]);
        for (int i = 0; i < keys.Length; i++)
        {
            if (keys[i] != 0)
            {
                int slot = Find(keys[i]);
                (_keys[slot], _counts[slot]) = (keys[i], counts[i]);
            }
        }
    }

    private int Find(ulong key)
    {
        ulong hash = key * 0x9E3779B97F4A7C15;
        int slot = (int)(hash >> 32) & (_keys.Length - 1);
        while (_keys[slot] != 0 && _keys[slot] != key)
        {
            slot = (slot + 1) & (_keys.Length - 1);
        }

        return slot;
    }
}
