namespace Dau.Translation.Network;

/// <summary>A service that puts texts into English, as <see cref="ServiceTranslator"/> uses it.</summary>
internal interface ITextService
{
    /// <summary>The engine's name on the command line.</summary>
    string Engine { get; }

    /// <summary>What the service is called in sentences for the user.</summary>
    string Title { get; }

    /// <summary>Where the text goes, without key.</summary>
    string Host { get; }

    /// <summary>The variable with its address.</summary>
    string AddressVariable { get; }

    /// <summary>The variable with its key.</summary>
    string KeyVariable { get; }

    /// <summary>Bytes of the bodies sent so far.</summary>
    long Sent { get; }

    /// <summary>What its English is worth, 0 to 1, where nothing speaks against it.</summary>
    double Quality { get; }

    /// <summary>Looks whether the service can do what is needed; sends no text.</summary>
    /// <exception cref="ServiceException">It cannot be asked.</exception>
    /// <exception cref="TranslationException">It cannot do it.</exception>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Numbers of the segments of each request.</summary>
    IReadOnlyList<IReadOnlyList<int>> Cut(IReadOnlyList<SegmentSource> segments);

    /// <summary>Translates some of a document's segments.</summary>
    /// <returns>English for each of the batch, in its order.</returns>
    /// <exception cref="ServiceException">The service refused, failed, or answered with what it should not.</exception>
    Task<IReadOnlyList<string>> TranslateAsync(IReadOnlyList<SegmentSource> segments, IReadOnlyList<int> batch, CancellationToken cancellationToken);
}
