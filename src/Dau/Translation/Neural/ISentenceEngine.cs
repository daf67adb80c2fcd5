namespace Dau.Translation.Neural;

/// <summary>A model that puts sentences into English.</summary>
internal interface ISentenceEngine
{
    /// <summary>Whether the model can be given a character, and can write it.</summary>
    bool Knows(char character);

    /// <summary>Translates sentences; each gives what it gives alone.</summary>
    /// <param name="sentences">Sentences without line breaks; a long one is cut.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>One for each, in the same order.</returns>
    /// <exception cref="InvalidDataException">The model cannot be run after all; the message says why.</exception>
    IReadOnlyList<NeuralSentence> Translate(IReadOnlyList<string> sentences, CancellationToken cancellationToken);
}
