namespace Dau.ScanForge.Layout;

/// <summary>Lays pages side by side in pairs, as an open book lies on the glass; half of them with the shadow of a spine between.</summary>
internal static class FacingSheets
{
    private const float Spine = 4;

    public static LaidLetter Lay(LaidLetter letter, ForgeRandom random) => letter with
    {
        Pages = [.. letter.Pages.Chunk(2).Select(pair => pair.Length == 2 && pair[0].Width == pair[1].Width ? Join(pair[0], pair[1], random) : null).OfType<LaidPage>()],
    };

    private static LaidPage Join(LaidPage left, LaidPage right, ForgeRandom random)
    {
        LaidPage sheet = new() { Width = left.Width + right.Width, Height = left.Height };
        foreach ((LaidPage page, float x) in new[] { (left, 0f), (right, left.Width) })
        {
            sheet.Words.AddRange(page.Words.Select(w => w.Moved(x, 0)));
            sheet.Rules.AddRange(page.Rules.Select(r => r.Moved(x, 0)));
            sheet.Marks.AddRange(page.Marks.Select(m => m.Moved(x, 0)));
        }

        if (random.Chance(0.5))
        {
            sheet.Rules.Add(new PlacedRule(left.Width, 0, left.Width, left.Height, Spine));
        }

        return sheet;
    }
}
