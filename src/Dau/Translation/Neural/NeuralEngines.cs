using Dau.Translation.Draft;
using Dau.Translation.Locks;
using Dau.Translation.Neural.Opus;

namespace Dau.Translation.Neural;

/// <summary>Makes the neural translator of the models at hand; where none can be used, the draft engine, with a sentence that says why.</summary>
internal static class NeuralEngines
{
    /// <summary>The engine of a folder's kind of model.</summary>
    /// <exception cref="InvalidDataException">A file is damaged or of a kind that is not run; the message names it and says what is wrong.</exception>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    public static ISentenceEngine LoadEngine(string folder) => OpusFiles.AreIn(folder) ? OpusEngine.Load(folder) : NeuralEngine.Load(folder);

    /// <summary>The translator with the first of the models that can be used.</summary>
    public static ITranslator Load(IReadOnlyList<NeuralModel> models, LockFinder locks, IDraftEngine draft, IReadOnlyList<string> draftWarnings)
    {
        var warnings = new List<string>();
        foreach (var model in models)
        {
            try
            {
                return new NeuralTranslator(LoadEngine(model.Folder), locks, draft, warnings);
            }
            catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                warnings.Add($"The neural model {model.Name} could not be used, so another engine translated. {e.Message}");
            }
        }

        if (models.Count == 0)
        {
            warnings.Add("No neural model is installed, so the draft engine translated: './dau models list' says which there are and how to bring one.");
        }

        return new DraftTranslator(draft, locks, [.. warnings, .. draftWarnings]);
    }
}
