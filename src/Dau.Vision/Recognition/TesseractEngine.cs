using System.Text;
using Dau.Vision.Interop;
using OpenCvSharp;

namespace Dau.Vision.Recognition;

/// <summary>One loaded Tesseract engine. Not for use by two threads at once.</summary>
internal sealed class TesseractEngine : IDisposable
{
    private const string LibraryAdvice = "Tesseract is not installed. Install it with: apt-get install -y tesseract-ocr tesseract-ocr-vie";
    private const double LeastChoice = 0.001;
    private readonly TesseractHandle _handle;
    private Size _size;

    private TesseractEngine(TesseractHandle handle, ModelFile model) => (_handle, Model) = (handle, model);

    public ModelFile Model { get; }

    /// <summary>Version of the library, for example <c>5.3.0</c>.</summary>
    /// <exception cref="MissingToolException">The library is not there.</exception>
    public static string Version => Guard(static () => TesseractNative.Version()) ?? "unknown";

    /// <summary>Loads a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="withChoices">Whether the engine keeps, letter by letter, what else it could have read.</param>
    /// <exception cref="MissingToolException">Library or model cannot be loaded.</exception>
    public static TesseractEngine Load(ModelFile model, bool withChoices = true)
    {
        TesseractHandle handle = Guard(TesseractNative.Create);
        // Tesseract writes remarks to stderr; what a page holds must not end up in a log.
        TesseractNative.SetVariable(handle, "debug_file", "/dev/null");
        if (TesseractNative.Init(handle, model.Folder, model.Name, EngineMode.LstmOnly) != 0)
        {
            handle.Dispose();
            throw new MissingToolException($"Tesseract cannot load the model {model.Path}: the file is damaged or belongs to another version. Install it again, or read with another --model.");
        }

        TesseractNative.SetVariable(handle, "debug_file", "/dev/null");
        TesseractNative.SetVariable(handle, "lstm_choice_mode", withChoices ? "2" : "0");
        // The default of 5 rounds costs 18 % of the time, 2 cost 8 %, and 22 of the 23 true readings that 5 offer are among what 2 offer.
        TesseractNative.SetVariable(handle, "lstm_choice_iterations", "2");
        return new TesseractEngine(handle, model);
    }

    /// <summary>For measurements: sets one of Tesseract's own variables.</summary>
    public bool SetVariable(string name, string value) => TesseractNative.SetVariable(_handle, name, value);

    /// <summary>Shows the engine a picture; it is copied.</summary>
    /// <param name="grey">8 bits, one channel.</param>
    /// <param name="dotsPerInch">Its resolution.</param>
    public void SetPicture(Mat grey, int dotsPerInch)
    {
        if (grey.Type() != MatType.CV_8UC1)
        {
            throw new ArgumentException("The engine reads 8-bit grey pictures.", nameof(grey));
        }

        _size = grey.Size();
        TesseractNative.SetImage(_handle, grey.Data, grey.Width, grey.Height, 1, (int)grey.Step());
        TesseractNative.SetSourceResolution(_handle, Math.Clamp(dotsPerInch, 70, 2400));
    }

    /// <summary>What of a box lies on the picture.</summary>
    public PixelBox Within(PixelBox box) => PixelBox.FromEdges(Math.Max(0, box.X), Math.Max(0, box.Y), Math.Min(_size.Width, box.Right), Math.Min(_size.Height, box.Bottom));

    /// <summary>Reads a part of the picture.</summary>
    /// <param name="part">Where to read; the boxes that come back are still those of the whole picture.</param>
    /// <param name="mode">How the part is laid out.</param>
    public IReadOnlyList<EngineWord> Read(PixelBox part, SegmentationMode mode)
    {
        TesseractNative.SetPageSegMode(_handle, mode);
        // A part as wide as the picture makes Tesseract take its lines from the top of the picture instead of from the part (BestPix compares widths only).
        int width = part.Width == _size.Width && part.Height < _size.Height ? part.Width - 1 : part.Width;
        TesseractNative.SetRectangle(_handle, part.X, part.Y, width, part.Height);
        if (TesseractNative.Recognize(_handle, 0) != 0)
        {
            throw new InvalidOperationException("Tesseract gave up on this page.");
        }

        using ResultIteratorHandle iterator = TesseractNative.GetIterator(_handle);
        return iterator.IsInvalid ? [] : Collect(iterator);
    }

    public void Dispose() => _handle.Dispose();

    private static List<EngineWord> Collect(ResultIteratorHandle iterator)
    {
        var words = new List<EngineWord>();
        int line = -1;
        do
        {
            if (line < 0 || TesseractNative.IsAtBeginningOf(iterator, IteratorLevel.TextLine))
            {
                line++;
            }

            string text = (TesseractNative.GetText(iterator, IteratorLevel.Word) ?? "").Trim().Normalize(NormalizationForm.FormC);
            if (text.Length == 0 || !TesseractNative.GetBoundingBox(iterator, IteratorLevel.Word, out int left, out int top, out int right, out int bottom))
            {
                continue;
            }

            double confidence = ToProbability(TesseractNative.GetConfidence(iterator, IteratorLevel.Word));
            words.Add(new EngineWord(text, PixelBox.FromEdges(left, top, right, bottom), confidence, line, CollectSymbols(iterator)));
        }
        while (TesseractNative.Next(iterator, IteratorLevel.Word));
        return words;
    }

    /// <summary>Walks the letters of the word that the iterator is at, and stops at its last one.</summary>
    private static List<Symbol> CollectSymbols(ResultIteratorHandle iterator)
    {
        var symbols = new List<Symbol>();
        while (true)
        {
            string text = (TesseractNative.GetText(iterator, IteratorLevel.Symbol) ?? "").Normalize(NormalizationForm.FormC);
            symbols.Add(new Symbol(text, ToProbability(TesseractNative.GetConfidence(iterator, IteratorLevel.Symbol)), CollectChoices(iterator, text)));
            if (TesseractNative.IsAtFinalElement(iterator, IteratorLevel.Word, IteratorLevel.Symbol) || !TesseractNative.Next(iterator, IteratorLevel.Symbol))
            {
                return symbols;
            }
        }
    }

    private static List<Alternative> CollectChoices(ResultIteratorHandle iterator, string text)
    {
        var choices = new List<Alternative>();
        using ChoiceIteratorHandle choice = TesseractNative.GetChoices(iterator);
        if (choice.IsInvalid)
        {
            return choices;
        }

        do
        {
            string other = (TesseractNative.GetText(choice) ?? "").Normalize(NormalizationForm.FormC);
            double probability = ToProbability(TesseractNative.GetConfidence(choice));
            if (other.Length > 0 && other != text && probability >= LeastChoice && choices.TrueForAll(known => known.Text != other))
            {
                choices.Add(new Alternative(other, probability));
            }
        }
        while (TesseractNative.Next(choice));
        choices.Sort(static (a, b) => b.Probability.CompareTo(a.Probability));
        return choices;
    }

    private static double ToProbability(float percent) => Math.Round(Math.Clamp(percent / 100.0, 0, 1), 4);

    private static T Guard<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException)
        {
            throw new MissingToolException(LibraryAdvice, error);
        }
    }
}
