namespace Dau.Vision.Cleaning;

/// <summary>One step of cleaning.</summary>
internal interface IPageCleaner
{
    /// <summary>Works on the page, and reports what it did; does nothing where there is nothing to do.</summary>
    void Clean(WorkPage page);
}
