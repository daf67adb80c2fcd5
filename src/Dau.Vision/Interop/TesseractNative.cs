using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace Dau.Vision.Interop;

/// <summary>The part of libtesseract's C API (<c>tesseract/capi.h</c>, 5.x) that is used here. <c>BOOL</c> is a C int.</summary>
internal static partial class TesseractNative
{
    internal const string Library = "libtesseract.so.5";

    [LibraryImport(Library, EntryPoint = "TessVersion")]
    [return: MarshalUsing(typeof(BorrowedUtf8))]
    internal static partial string? Version();

    [LibraryImport(Library, EntryPoint = "TessDeleteText")]
    internal static unsafe partial void DeleteText(byte* text);

    [LibraryImport(Library, EntryPoint = "TessBaseAPICreate")]
    internal static partial TesseractHandle Create();

    [LibraryImport(Library, EntryPoint = "TessBaseAPIDelete")]
    internal static partial void Delete(nint engine);

    [LibraryImport(Library, EntryPoint = "TessBaseAPIInit2", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Init(TesseractHandle engine, string dataPath, string language, EngineMode mode);

    [LibraryImport(Library, EntryPoint = "TessBaseAPISetVariable", StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool SetVariable(TesseractHandle engine, string name, string value);

    [LibraryImport(Library, EntryPoint = "TessBaseAPISetPageSegMode")]
    internal static partial void SetPageSegMode(TesseractHandle engine, SegmentationMode mode);

    [LibraryImport(Library, EntryPoint = "TessBaseAPISetImage")]
    internal static partial void SetImage(TesseractHandle engine, nint pixels, int width, int height, int bytesPerPixel, int bytesPerLine);

    [LibraryImport(Library, EntryPoint = "TessBaseAPISetSourceResolution")]
    internal static partial void SetSourceResolution(TesseractHandle engine, int dotsPerInch);

    [LibraryImport(Library, EntryPoint = "TessBaseAPISetRectangle")]
    internal static partial void SetRectangle(TesseractHandle engine, int left, int top, int width, int height);

    [LibraryImport(Library, EntryPoint = "TessBaseAPIRecognize")]
    internal static partial int Recognize(TesseractHandle engine, nint monitor);

    [LibraryImport(Library, EntryPoint = "TessBaseAPIClear")]
    internal static partial void Clear(TesseractHandle engine);

    [LibraryImport(Library, EntryPoint = "TessBaseAPIGetIterator")]
    internal static partial ResultIteratorHandle GetIterator(TesseractHandle engine);

    [LibraryImport(Library, EntryPoint = "TessResultIteratorDelete")]
    internal static partial void ResultIteratorDelete(nint iterator);

    [LibraryImport(Library, EntryPoint = "TessResultIteratorNext")]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool Next(ResultIteratorHandle iterator, IteratorLevel level);

    [LibraryImport(Library, EntryPoint = "TessResultIteratorGetUTF8Text")]
    [return: MarshalUsing(typeof(OwnedUtf8))]
    internal static partial string? GetText(ResultIteratorHandle iterator, IteratorLevel level);

    [LibraryImport(Library, EntryPoint = "TessResultIteratorConfidence")]
    internal static partial float GetConfidence(ResultIteratorHandle iterator, IteratorLevel level);

    [LibraryImport(Library, EntryPoint = "TessPageIteratorIsAtBeginningOf")]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool IsAtBeginningOf(ResultIteratorHandle iterator, IteratorLevel level);

    [LibraryImport(Library, EntryPoint = "TessPageIteratorIsAtFinalElement")]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool IsAtFinalElement(ResultIteratorHandle iterator, IteratorLevel level, IteratorLevel element);

    [LibraryImport(Library, EntryPoint = "TessPageIteratorBoundingBox")]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool GetBoundingBox(ResultIteratorHandle iterator, IteratorLevel level, out int left, out int top, out int right, out int bottom);

    [LibraryImport(Library, EntryPoint = "TessResultIteratorGetChoiceIterator")]
    internal static partial ChoiceIteratorHandle GetChoices(ResultIteratorHandle iterator);

    [LibraryImport(Library, EntryPoint = "TessChoiceIteratorDelete")]
    internal static partial void ChoiceIteratorDelete(nint iterator);

    [LibraryImport(Library, EntryPoint = "TessChoiceIteratorNext")]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool Next(ChoiceIteratorHandle iterator);

    [LibraryImport(Library, EntryPoint = "TessChoiceIteratorGetUTF8Text")]
    [return: MarshalUsing(typeof(BorrowedUtf8))]
    internal static partial string? GetText(ChoiceIteratorHandle iterator);

    [LibraryImport(Library, EntryPoint = "TessChoiceIteratorConfidence")]
    internal static partial float GetConfidence(ChoiceIteratorHandle iterator);
}

/// <summary><c>TessOcrEngineMode</c>: only the LSTM recogniser is used; the model's old one adds errors.</summary>
internal enum EngineMode
{
    LstmOnly = 1,
}

/// <summary><c>TessPageSegMode</c>.</summary>
internal enum SegmentationMode
{
    /// <summary>Columns, tables and pictures are told apart.</summary>
    Auto = 3,

    /// <summary>One column of text of different sizes; pictures are told apart.</summary>
    SingleColumn = 4,

    /// <summary>One block of lines.</summary>
    SingleBlock = 6,

    /// <summary>One line.</summary>
    SingleLine = 7,
}

/// <summary><c>TessPageIteratorLevel</c>.</summary>
internal enum IteratorLevel
{
    Block,
    Paragraph,
    TextLine,
    Word,
    Symbol,
}
