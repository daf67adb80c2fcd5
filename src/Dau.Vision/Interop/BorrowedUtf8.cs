using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace Dau.Vision.Interop;

/// <summary>Text that the native library keeps: it is copied and must not be freed.</summary>
[CustomMarshaller(typeof(string), MarshalMode.ManagedToUnmanagedOut, typeof(BorrowedUtf8))]
internal static unsafe class BorrowedUtf8
{
    public static string? ConvertToManaged(byte* text) => Marshal.PtrToStringUTF8((nint)text);
}
