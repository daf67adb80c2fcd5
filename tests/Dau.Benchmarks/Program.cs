using System.Globalization;
using Dau.Benchmarks;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return args switch
{
    ["quality", .. string[] rest] => await QualityBenchmark.RunAsync(new Arguments(rest)),
    ["correction", .. string[] rest] => await Dau.Benchmarks.Correction.CorrectionBenchmark.RunAsync(new Arguments(rest)),
    ["vision", .. string[] rest] => await VisionBenchmark.RunAsync(new Arguments(rest)),
    ["reliability", .. string[] rest] => await Dau.Benchmarks.Correction.ReliabilityBenchmark.RunAsync(new Arguments(rest)),
    ["layout", .. string[] rest] => await LayoutBenchmark.RunAsync(new Arguments(rest)),
    ["real", .. string[] rest] => await RealScanBenchmark.RunAsync(new Arguments(rest)),
    ["speed", .. string[] rest] => await SpeedBenchmark.RunAsync(new Arguments(rest)),
    ["memory", .. string[] rest] => await MemoryBenchmark.RunAsync(new Arguments(rest)),
    ["neural", .. string[] rest] => await NeuralBenchmark.RunAsync(new Arguments(rest)),
    ["translation", .. string[] rest] => await TranslationBenchmark.RunAsync(new Arguments(rest)),
    _ => Help(),
};

static int Help()
{
    Console.WriteLine("""
        Measures what the README claims. Each command runs all its sides in one go.

          quality [--count N] [--seed S] [--font F] [--conditions a,b] [--keep FOLDER]
                     syllable errors, blocks and facts on forged letters, a row for each condition
          vision [--count N] [--seed S] [--font F] [--conditions a,b] [--bare] [--pages] [--wrong] [--marks] [--many-marks] [--jobs J]
                     pages by themselves: syllable errors (with --bare beside bare Tesseract), pages in doubt and marks; a condition may be a folder of forged scans
          layout [--count N] [--seed S] [--font F] [--conditions a,b] [--scans FOLDER] [--notes FOLDER] [--only NAME] [--wrong] [--blocks]
                     words in the right section, blocks, facts, citations, table cells and time of segmentation; with --scans the
                     facts of the real letters in FOLDER/letters; --wrong lists what is not right, --blocks the blocks, --notes keeps the pages that were read
          real --scans FOLDER
                     the same, as far as there is truth, on real scans: FOLDER/letters and FOLDER/decrees
          correction [--scans A,B] [--conditions a,b] [--count N] [--seed S] [--shared FOLDER] [--readings FOLDER] [--no-harm] [--notes FILE]
                     our corrector beside others: errors left on scans with truth and on forged letters, harm to right text, labelled spelling errors, speed, the model's size
          reliability [the same options]
                     whether words said to be 90 % sure are right in 90 of 100 cases
          speed [--count N] [--runs R] [--jobs J] [--model fast|best]
                     the whole pipeline against bare tesseract (and ocrmypdf, where it is installed) on the same pages
          neural [--count N] [--runs R]
                     the neural engine against the reference translator (npm ci in tests/marian) with the same made-up model
          translation [--shared FOLDER] [--repository FOLDER] [--tables FILE] [--safety] [--show] [--keep FOLDER]
                     the draft engine beside word-by-word glosses on text that no table was computed from; negations, numbers, names and terms that
                     must survive (--safety: these alone; --show lists what did not); speed
          memory [--pages N]
                     peak memory of the program and its workers over a long PDF
        """);
    return 2;
}
