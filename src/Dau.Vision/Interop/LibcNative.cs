using System.Runtime.InteropServices;

namespace Dau.Vision.Interop;

/// <summary>File descriptors: the protocol's pipes are moved out of the way of native code that prints.</summary>
internal static partial class LibcNative
{
    private const string Library = "libc";

    [LibraryImport(Library, EntryPoint = "dup", SetLastError = true)]
    internal static partial int Duplicate(int descriptor);

    [LibraryImport(Library, EntryPoint = "dup2", SetLastError = true)]
    internal static partial int Duplicate(int descriptor, int target);

    [LibraryImport(Library, EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    internal static partial int Open(string path, int flags);
}
