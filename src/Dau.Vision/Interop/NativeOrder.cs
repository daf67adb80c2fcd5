using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dau.Vision.Interop;

/// <summary>
/// Loads Tesseract before OpenCV. OpenCV's library carries a libpng of its own and exports it; if it came first, the system's libpng, which Tesseract uses inside,
/// would be bound half to the one and half to the other, and the process would crash.
/// </summary>
internal static class NativeOrder
{
    private static readonly Lazy<bool> Loaded = new(static () => NativeLibrary.TryLoad(TesseractNative.Library, out _));

    /// <summary>Must have run before OpenCV's first call. Does nothing where Tesseract is not installed.</summary>
    public static void Ensure() => _ = Loaded.Value;

#pragma warning disable CA2255 // a library's rule; this one must act before the first call into OpenCV, wherever that comes from
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Hook() => NativeLibrary.SetDllImportResolver(typeof(OpenCvSharp.Mat).Assembly, static (_, _, _) =>
    {
        Ensure();
        return 0; // and then as ever
    });
}
