using Dau.Training;
using Dau.Training.Translation;

// Builds the data that ships with the program from corpora. Not needed to run it.
if (args is not ["translation", ..])
{
    Console.Error.WriteLine("Usage: dotnet run --project src/Dau.Training -c Release -- translation --shared FOLDER --out FILE [--repository FOLDER] [--no-build] [--weights W,W,…] [--tune] [--no-report]");
    return 2;
}

return TranslationCommand.Run(new Arguments(args[1..]));
