namespace Dau.Vision.Cleaning;

/// <summary>The steps of cleaning, in order.</summary>
internal static class PageCleaning
{
    private static readonly IReadOnlyList<IPageCleaner> Steps = [new LightCleaner(), new SpeckCleaner(), new Straightener()];

    public static void Clean(WorkPage page)
    {
        foreach (IPageCleaner step in Steps)
        {
            step.Clean(page);
        }
    }
}
