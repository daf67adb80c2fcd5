using System.Globalization;
using Dau.Translation;

namespace Dau;

/// <summary>Makes the English of a document anew from its record, without reading the scan again. What a person has settled stays.</summary>
/// <param name="translator">The engine, with all that stands around it.</param>
/// <param name="options">How it was chosen, for the record.</param>
/// <param name="time">The clock.</param>
internal sealed class DocumentRetranslator(ITranslator translator, TranslationOptions options, TimeProvider time)
{
    /// <summary>The document with new English. Segments that the engine could not translate keep what they had.</summary>
    /// <exception cref="TranslationException">The engine cannot be used.</exception>
    public async Task<DocumentRecord> TranslateAsync(DocumentRecord document, CancellationToken cancellationToken)
    {
        TranslatedBlocks english = await BlockTranslation.TranslateAsync(translator, WithoutEnglish(document).Blocks, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<Block> made = AlternativeReadings.Mark(english.Blocks, document.Pages, document.Corrections);
        int kept = 0;
        Block[] blocks = [.. document.Blocks.Zip(made, (before, after) => after with { Segments = [.. before.Segments.Zip(after.Segments, Better)] })];
        string[] warnings = [.. english.Warnings, .. kept == 0 ? Array.Empty<string>() : [$"{(kept == 1 ? "1 line keeps" : $"{kept} lines keep")} the English of an earlier run."]];
        return document with
        {
            Blocks = blocks,
            Run = document.Run with
            {
                RetranslatedAt = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                Options = new SortedDictionary<string, string>(document.Run.Options.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal)
                {
                    ["translator"] = options.Engine, ["allowNetwork"] = options.AllowNetwork ? "on" : "off",
                },
                Tools = [.. document.Run.Tools.Where(static tool => !Translators.IsTool(tool)), .. Translators.Tools(options)],
                Sent = [.. document.Run.Sent, .. english.Sent],
                TranslationWarnings = warnings,
            },
        };

        Segment Better(Segment before, Segment after)
        {
            if (after.Target is not null || before.Target is null || !after.Flags.Contains(Flags.NotTranslated))
            {
                return after;
            }

            kept++;
            return before;
        }
    }

    /// <summary>The document as it was before translation; what a person has settled stays.</summary>
    public static DocumentRecord WithoutEnglish(DocumentRecord document) => document with
    {
        Blocks = [.. document.Blocks.Select(static block => block with
        {
            Segments = [.. block.Segments.Select(static segment => segment with { Target = null, Engine = null, Quality = null, Links = [], Flags = [] })],
        })],
    };
}
