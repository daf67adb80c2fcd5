using System.CommandLine;
using System.Globalization;
using Dau.Translation.Neural;
using Dau.Translation.Neural.Install;
using Spectre.Console;

namespace Dau.Cli;

/// <summary><c>dau models</c>: which neural models there are, and bringing and removing them.</summary>
internal static class ModelsCommand
{
    public static Command Create() => new("models", """
        Neural models for translation. 'install' fetches the files that 'list' names and nothing else; './dau read' offers once to do the same.

        Examples:
          ./dau models list
          ./dau models install firefox-vi-en       with a network: 15 MB, checked by SHA-256
          ./dau models add /media/stick/firefox    without one: the same files, carried
          ./dau models remove firefox-vi-en
        """)
    {
        List(), Install(), Add(), Remove(),
    };

    private static Command List()
    {
        var command = new Command("list", "Says which models are installed, which is used, and which can be installed.");
        command.SetAction(_ => Show(AnsiConsole.Console));
        return command;
    }

    private static int Show(IAnsiConsole console)
    {
        var models = NeuralModels.All();
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn(new GridColumn().NoWrap()).AddColumn();
        for (var i = 0; i < models.Count; i++)
        {
            grid.AddRow(new Text(i == 0 ? "in use" : "installed"), new Text(models[i].Name), new Text($"{(models[i].IsBuiltIn ? "comes with Dấu" : models[i].Folder)}, SHA-256 {models[i].Sha256()}"));
        }

        foreach (var entry in ModelCatalogue.All.Where(entry => models.All(m => m.Name != entry.Name)))
        {
            grid.AddRow(new Text("can be had"), new Text(entry.Name), new Text(string.Create(CultureInfo.InvariantCulture, $"{entry.What}; licence {entry.Licence}; {entry.Bytes / 1e6:0.0} MB from {entry.Parts[0].Address.Host}")));
            foreach (var part in entry.Parts)
            {
                grid.AddRow(Text.Empty, new Text(part.PackedName), new Text($"SHA-256 {part.Sha256}"));
            }
        }

        foreach (var entry in ModelCatalogue.Carried.Where(entry => models.All(m => m.Name != entry.Name)))
        {
            grid.AddRow(new Text("can be added"), new Text(entry.Name), new Text($"{entry.What}; licence {entry.Licence}; {string.Join(", ", entry.Files)} from {entry.Folder}; its SHA-256 are not known here"));
        }

        console.Write(grid);
        console.WriteLine(models.Count == 0 ? "No neural model is installed: the draft engine translates." : "The neural engine translates, unless --translator says otherwise.");
        return ExitCode.Done;
    }

    private static Command Install()
    {
        var name = new Argument<string>("NAME") { Description = "The model, as 'list' calls it." };
        var command = new Command("install", "Fetches a model, checks it and installs it. A fetch that was cut is gone on with.") { name };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var entry = ModelCatalogue.Find(parsed.GetValue(name)!);
            Console.Error.WriteLine($"{entry.What}. Licence: {entry.Licence}.");
            var model = await ModelInstaller.InstallAsync(entry.Name, new DownloadLines(Console.Error), cancellationToken).ConfigureAwait(false);
            Console.WriteLine($"{model.Name} is installed in {model.Folder} and will be used.");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Add()
    {
        var source = new Argument<string>("FOLDER") { Description = "Folder with a model's files, packed or not." };
        var command = new Command("add", "Installs a model from files that were carried here; nothing is fetched.") { source };
        command.SetAction(parsed =>
        {
            var (model, isKnown) = new ModelStore(NeuralModels.UserFolder).Add(parsed.GetValue(source)!);
            Console.WriteLine($"{model.Name} is installed in {model.Folder} and will be used.");
            if (!isKnown)
            {
                Console.WriteLine($"It is none of the models that Dấu knows: whoever made it answers for what it writes. SHA-256 {model.Sha256()}");
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Remove()
    {
        var name = new Argument<string>("NAME") { Description = "The installed model." };
        var command = new Command("remove", "Removes an installed model.") { name };
        command.SetAction(parsed =>
        {
            new ModelStore(NeuralModels.UserFolder).Remove(parsed.GetValue(name)!);
            Console.WriteLine($"{parsed.GetValue(name)} is removed.");
            return ExitCode.Done;
        });
        return command;
    }
}
