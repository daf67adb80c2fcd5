using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Dau.Output.ReaderPage;

/// <summary>The pictures that the reader page in a document's folder holds already (reading throws away the smaller ones it was made of); where it has none, the page's own PNG file.</summary>
internal sealed class EarlierPagePictures(string folder) : IPagePictures
{
    private static readonly byte[] Data = "data:"u8.ToArray();
    private static readonly byte[] Encoded = ";base64,"u8.ToArray();

    private readonly StoredPagePictures _stored = new();
    private byte[]? _page;

    /// <inheritdoc />
    public async Task<PagePicture?> GetAsync(Page page, string staging, CancellationToken cancellationToken)
    {
        string path = Path.Combine(folder, ReaderPageWriter.FileName);
        _page ??= File.Exists(path) ? await File.ReadAllBytesAsync(path, cancellationToken) : [];
        return Find(page) ?? await _stored.GetAsync(page, folder, cancellationToken);
    }

    // In its place (an image's address), or at the end of a long document's page (the text of a script element).
    private PagePicture? Find(Page page)
    {
        string number = page.Number.ToString(CultureInfo.InvariantCulture);
        return At($"alt=\"Scan of page {number}\" src=\"", (byte)'"') ?? At($"id=\"picture-{number}\">", (byte)'<');

        PagePicture? At(string before, byte end)
        {
            ReadOnlySpan<byte> rest = _page;
            byte[] mark = [.. Encoding.UTF8.GetBytes(before), .. Data];
            int start = rest.IndexOf(mark);
            if (start < 0)
            {
                return null;
            }

            rest = rest[(start + mark.Length)..];
            int type = rest.IndexOf(Encoded);
            ReadOnlySpan<byte> base64 = type < 0 ? [] : rest[(type + Encoded.Length)..];
            int length = base64.IndexOf(end);
            if (type is < 0 or > 20 || length <= 0)
            {
                return null;
            }

            byte[] bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(length)];
            return Base64.DecodeFromUtf8(base64[..length], bytes, out _, out int written) == System.Buffers.OperationStatus.Done
                ? new PagePicture(bytes.AsMemory(0, written), Encoding.ASCII.GetString(rest[..type]), page.Width, page.Height)
                : null;
        }
    }
}
