using System.Runtime.InteropServices;

namespace Dau.Tests.Translation.Neural;

/// <summary>Writes binary shortlists: for each piece itself, its neighbour and some drawn at random.</summary>
internal static class MadeUpShortlist
{
    public static byte[] Make(int pieces, int frequent, int best, int seed)
    {
        var state = (uint)seed;
        var offsets = new ulong[pieces + 1];
        var lists = new List<int>();
        for (var p = 0; p < pieces; p++)
        {
            var list = new SortedSet<int> { p, Math.Min(p ^ 1, pieces - 1) };
            while (list.Count < Math.Min(best, pieces))
            {
                state = (state * 1664525) + 1013904223;
                list.Add((int)(((ulong)state * (ulong)pieces) >> 32));
            }

            lists.AddRange(list);
            offsets[p + 1] = (ulong)lists.Count;
        }

        ulong[] head = [0xF11A48D5013417F5, 0, (ulong)frequent, (ulong)best, (ulong)offsets.Length, (ulong)lists.Count];
        return [.. MemoryMarshal.AsBytes(head.AsSpan()), .. MemoryMarshal.AsBytes(offsets.AsSpan()), .. MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(lists))];
    }
}
