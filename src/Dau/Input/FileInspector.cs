using System.Globalization;
using System.Security.Cryptography;

namespace Dau.Input;

/// <summary>Inspects PDFs and pictures. Reads only; meant to run in a process of its own, for what it parses comes from strangers.</summary>
internal sealed class FileInspector : IInputInspector
{
    /// <inheritdoc/>
    public async Task<InputFile> InspectAsync(string path, InputOptions options, CancellationToken cancellationToken)
    {
        string full = Path.GetFullPath(path);
        string name = Path.GetFileName(full);
        if (Directory.Exists(full))
        {
            throw new InputException($"{name} is a folder. Name a file, or pass the folder to 'read', which looks into it.");
        }

        if (!File.Exists(full))
        {
            throw new InputException($"{name} does not exist. Check the spelling and the folder you are in.");
        }

        try
        {
            FileStream stream = File.OpenRead(full);
            await using (stream.ConfigureAwait(false))
            {
                CheckLength(name, stream.Length, options);
                InputFormat format = FileSignature.Of(stream) ?? throw new InputException(
                    $"{name} is not a PDF, JPEG, PNG, WebP or TIFF file. Convert it to one of these (print a text document to PDF) and read that.");
                stream.Position = 0;
                string sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken).ConfigureAwait(false));
                long bytes = stream.Length;
                var found = new Inspection(name, options);
                stream.Position = 0;
                try
                {
                    Inspect(format, stream, found, cancellationToken);
                }
                catch (Exception error) when (error is not (DauException or OperationCanceledException))
                {
                    // Parsers of untrusted bytes fail in many ways; for the user they are one.
                    throw new InputException($"{name} is damaged and cannot be read. Get another copy of it, or open it elsewhere and save it anew.", error);
                }

                return new InputFile
                {
                    Path = full,
                    Format = format,
                    Sha256 = sha256,
                    Bytes = bytes,
                    PageCount = found.PageCount,
                    Pages = found.Pages,
                    Metadata = found.Metadata,
                    Warnings = found.Warnings,
                };
            }
        }
        catch (UnauthorizedAccessException error)
        {
            throw new InputException($"{name} may not be read by this user. Change its permissions or copy it to a folder of your own.", error);
        }
        catch (IOException error)
        {
            throw new InputException($"{name} cannot be read from the disk: {error.Message} Copy it elsewhere and try again.", error);
        }
    }

    private static void Inspect(InputFormat format, FileStream stream, Inspection found, CancellationToken cancellationToken)
    {
        switch (format)
        {
            case InputFormat.Pdf:
                PdfInspector.Inspect(stream, found, cancellationToken);
                break;
            case InputFormat.Tiff:
                TiffInspector.Inspect(stream, found, cancellationToken);
                break;
            default:
                ImageInspector.Inspect(format, stream, found);
                break;
        }
    }

    private static void CheckLength(string name, long length, InputOptions options)
    {
        if (length == 0)
        {
            throw new InputException($"{name} is empty (0 bytes). Copy it again from where it came from.");
        }

        if (length > options.MaxBytes)
        {
            throw new InputException(string.Create(CultureInfo.InvariantCulture,
                $"{name} has {length:N0} bytes, more than the limit of {options.MaxBytes:N0}. Split it into smaller files."));
        }
    }
}
