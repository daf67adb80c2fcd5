using System.Collections.Concurrent;
using Dau.Translation.Draft.Decoding;
using Dau.Translation.Draft.Model;
using Dau.Translation.Terms;

namespace Dau.Translation.Draft;

/// <summary>Chooses the best offline engine that can be had: the phrase-based one, or a word gloss where its tables are missing or damaged.</summary>
internal static class DraftEngines
{
    private static readonly ConcurrentDictionary<string, Lazy<(IDraftEngine Engine, IReadOnlyList<string> Warnings)>> Loaded = new(StringComparer.Ordinal);

    /// <summary>Where the tables lie: beside the program.</summary>
    public static string DefaultPath => Path.Combine(AppContext.BaseDirectory, "draft.bin");

    /// <summary>Where they lie unpacked, once a run has done so.</summary>
    public static string UnpackedPath => Path.ChangeExtension(DefaultPath, ".tables");

    /// <summary>The engine, and what a reader should know about it. The tables are read once.</summary>
    public static (IDraftEngine Engine, IReadOnlyList<string> Warnings) Load() =>
        Loaded.GetOrAdd(DefaultPath, static path => new(() => Load(path, static path => UnpackedTables.Open(path, UnpackedPath)))).Value;

    /// <summary>The engine with the tables of a file.</summary>
    public static (IDraftEngine Engine, IReadOnlyList<string> Warnings) Load(string path) => Load(path, static path =>
    {
        using var file = File.OpenRead(path);
        return DraftModel.Read(file);
    });

    private static (IDraftEngine Engine, IReadOnlyList<string> Warnings) Load(string path, Func<string, DraftModel> read)
    {
        try
        {
            return (new PhraseEngine(read(path), Termbase.Default), []);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return (new WordGloss(Termbase.Default, GlossDictionary.Default),
            [
                $"The tables of the draft engine could not be read ({path}: {e.Message}). The English is a word gloss: words in the order of the Vietnamese, not sentences.",
            ]);
        }
    }
}
