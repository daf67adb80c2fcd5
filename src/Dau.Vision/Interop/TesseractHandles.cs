using Microsoft.Win32.SafeHandles;

namespace Dau.Vision.Interop;

/// <summary>A <c>TessBaseAPI*</c>.</summary>
internal sealed class TesseractHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        TesseractNative.Delete(handle);
        return true;
    }
}

/// <summary>A <c>TessResultIterator*</c>; also good as a <c>TessPageIterator*</c>, which it derives from. Must go before its engine.</summary>
internal sealed class ResultIteratorHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        TesseractNative.ResultIteratorDelete(handle);
        return true;
    }
}

/// <summary>A <c>TessChoiceIterator*</c>.</summary>
internal sealed class ChoiceIteratorHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        TesseractNative.ChoiceIteratorDelete(handle);
        return true;
    }
}
