using Microsoft.ML.OnnxRuntime;

namespace Dau.Translation.Neural.Opus;

/// <summary>A graph of operations in a file, ready to be run.</summary>
internal sealed class OnnxGraph : IDisposable
{
    // A graph of such a model has 50 to 250 MB; the format ends at 2 GiB.
    private const long LongestFile = 1L << 30;

    private readonly InferenceSession _session;

    private OnnxGraph(InferenceSession session) => _session = session;

    /// <summary>Names of what goes in.</summary>
    public IReadOnlyList<string> Inputs => _session.InputNames;

    /// <summary>Names of what comes out.</summary>
    public IReadOnlyList<string> Outputs => _session.OutputNames;

    /// <summary>Shape of an input; -1 for what may vary.</summary>
    public int[] Shape(string input) => _session.InputMetadata[input].Dimensions;

    /// <summary>Loads a file.</summary>
    /// <exception cref="InvalidDataException">It is damaged or cannot be run here; the message names it.</exception>
    public static OnnxGraph Load(string path)
    {
        try
        {
            if (new FileInfo(path).Length > LongestFile)
            {
                throw new InvalidDataException($"it has more than {LongestFile >> 20} MiB");
            }

            using var options = new SessionOptions
            {
                // Pages are read at the same time: one core of four, and no thread that waits by spinning.
                IntraOpNumThreads = Math.Max(1, Environment.ProcessorCount / 4),
                InterOpNumThreads = 1,
                ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
                LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
            };
            options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
            OrtEnv.Instance().DisableTelemetryEvents();
            return new OnnxGraph(new InferenceSession(path, options));
        }
        catch (Exception e) when (e is OnnxRuntimeException or InvalidDataException or DllNotFoundException or TypeInitializationException or OverflowException)
        {
            throw new InvalidDataException($"The model file {path} cannot be used: {Reason(e)}.", e);
        }
    }

    /// <summary>Runs the graph; who calls disposes of what comes out.</summary>
    /// <exception cref="InvalidDataException">It fails on what goes in.</exception>
    public IReadOnlyList<OrtValue> Run(IReadOnlyDictionary<string, OrtValue> inputs, IReadOnlyCollection<string> outputs)
    {
        try
        {
            using var options = new RunOptions { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
            return [.. _session.Run(options, Inputs, [.. Inputs.Select(name => inputs[name])], outputs)];
        }
        catch (OnnxRuntimeException e)
        {
            throw new InvalidDataException($"The model fails while it translates: {Reason(e)}.", e);
        }
    }

    public void Dispose() => _session.Dispose();

    private static string Reason(Exception e) => e switch
    {
        DllNotFoundException or TypeInitializationException => "ONNX Runtime's library for this system is missing or does not load",
        _ => e.Message.Split('\n')[0].Trim().TrimEnd('.'),
    };
}
