using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace Dau.Vision.Interop;

/// <summary>Text that Tesseract hands over: it is copied and freed with <c>TessDeleteText</c>.</summary>
[CustomMarshaller(typeof(string), MarshalMode.ManagedToUnmanagedOut, typeof(OwnedUtf8))]
internal static unsafe class OwnedUtf8
{
    public static string? ConvertToManaged(byte* text) => Marshal.PtrToStringUTF8((nint)text);

    public static void Free(byte* text)
    {
        if (text is not null)
        {
            TesseractNative.DeleteText(text);
        }
    }
}
