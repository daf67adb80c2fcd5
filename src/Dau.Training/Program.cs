using Dau.Input;
using Dau.Training;
using Dau.Training.Channel;
using Dau.Training.SyllableModel;
using Dau.Training.Translation;
using Dau.Vision.Workers;

// Builds the data that ships with the program from corpora. Not needed to run it.
return args switch
{
    ["language-model", .. string[] rest] => LanguageModelCommand.Run(rest),
    ["confusions", .. string[] rest] => await ConfusionCommand.RunAsync(new Arguments(rest)),
    ["confidence", .. string[] rest] => await ConfidenceCommand.RunAsync(new Arguments(rest)),
    ["worker"] => WorkerHost.Run(new FileInspector()), // what reads the pages of scans
    ["translation", .. string[] rest] => TranslationCommand.Run(new Arguments(rest)),
    ["translation-quality", .. string[] rest] => QualityCommand.Run(new Arguments(rest)),
    ["neural-data", var step, .. string[] rest] => NeuralDataCommand.Run(step, new Arguments(rest)),
    ["places", string before, string after, string output] => Places(before, after, output),
    _ => Usage(),
};

static int Places(string before, string after, string output)
{
    PlaceList.Make(before, after, output);
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("""
        Usage: dotnet run --project src/Dau.Training -c Release -- COMMAND
          language-model --shared FOLDER --out FILE [--trigrams N] [--cutoff N] [--threshold NATS] [--development FOLDER] [--from LARGER-MODEL]
          confusions --scans FOLDER,FOLDER --out FILE [--readings FOLDER] [--without NAME,NAME]
          confidence --scans FOLDER,FOLDER --out FILE [--readings FOLDER] [--without NAME,NAME] [--confusions FILE]
          translation --shared FOLDER --out FILE [--repository FOLDER] [--quick] [--no-build] [--tune] [--no-report]
          translation-quality --shared FOLDER --tables FILE --out FILE [--repository FOLDER]
          places BEFORE.tsv AFTER.tsv FILE
          neural-data mask|draft|align|run --in FILE --out FILE [--model FOLDER]
        """);
    return 2;
}
