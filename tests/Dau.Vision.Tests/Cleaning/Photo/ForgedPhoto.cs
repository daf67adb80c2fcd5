using System.Collections.Concurrent;
using Dau.ScanForge;
using Dau.ScanForge.Letters;
using Dau.ScanForge.Output;
using Dau.ScanForge.Scanning;
using Dau.Vision.Cleaning;

namespace Dau.Vision.Tests.Cleaning.Photo;

/// <summary>First pages of an invented letter, as scans and photos of all kinds; made once.</summary>
internal sealed record ForgedPhoto(Mat Picture, TruthPage Truth, IReadOnlyList<string> Body)
{
    private static readonly ConcurrentDictionary<(string, int), (ForgedDocument Made, byte[] Page)> Made = new();

    /// <summary>A page, turned clockwise by quarters; the truth is that of the page as it stands.</summary>
    public static ForgedPhoto Make(string condition, int seed, int turn = 0)
    {
        (ForgedDocument made, byte[] page) = Made.GetOrAdd((condition, seed), static key =>
        {
            ForgedDocument document = Forge.MakeDocument(OfficeLetters.PoliceRequest, new ScanOptions { Condition = key.Item1, Seed = (ulong)key.Item2 });
            return (document, document.Pages[0].Data);
        });
        Mat picture = Cv2.ImDecode(page, ImreadModes.Color);
        if (turn != 0)
        {
            Cv2.Rotate(picture, picture, turn switch { 90 => RotateFlags.Rotate90Clockwise, 180 => RotateFlags.Rotate180, _ => RotateFlags.Rotate90Counterclockwise });
        }

        return new ForgedPhoto(picture, made.Truth.Pages[0], made.Truth.Body);
    }

    /// <summary>Cleaned, with orientation left to the page's shapes alone.</summary>
    public WorkPage Clean()
    {
        var page = new WorkPage(Picture, Truth.Dpi);
        PageCleaning.Clean(page, static (_, _) => 0);
        return page;
    }
}
