using System.Buffers.Binary;
using System.Text;
using Dau.Translation.Neural;
using Dau.Translation.Neural.Arithmetic;

namespace Dau.Tests.Translation.Neural;

/// <summary>Files that are cut, changed or made to do harm: a clear error, or a model that still computes within its bounds.</summary>
public sealed class DamagedModelTests
{
    private static readonly MadeUpShape Shape = new(MadeUpKind.Random, 11, 256, 32, 4, 64, 1, 1);

    [Theory]
    [InlineData("model.bin")]
    [InlineData("vocab.spm")]
    [InlineData("lex.bin")]
    public void AFileCutAnywhereIsAClearError(string name)
    {
        using var folder = new MadeUpFolder(Shape);
        var path = Path.Combine(folder.Path, name);
        var whole = File.ReadAllBytes(path);
        for (var i = 0; i < 200; i++)
        {
            File.WriteAllBytes(path, whole[..(int)((long)whole.Length * i / 200)]);
            var error = Assert.Throws<InvalidDataException>(() => NeuralEngine.Load(folder.Path));
            Assert.True(error.Message.Contains(name, StringComparison.Ordinal) || error.Message.Contains("pieces", StringComparison.Ordinal), error.Message);
        }
    }

    [Theory]
    [InlineData("model.bin")]
    [InlineData("vocab.spm")]
    [InlineData("lex.bin")]
    public void AFlippedBitIsAClearErrorOrStaysWithinBounds(string name)
    {
        using var folder = new MadeUpFolder(Shape);
        var path = Path.Combine(folder.Path, name);
        var whole = File.ReadAllBytes(path);
        var state = 5u;
        var refused = 0;
        for (var i = 0; i < 300; i++)
        {
            var bytes = (byte[])whole.Clone();
            state = (state * 1664525) + 1013904223;

            // Half of them in the head, where the sizes are.
            var range = i % 2 == 0 ? Math.Min(whole.Length, 8192) : whole.Length;
            var at = (int)(((ulong)state * (ulong)range) >> 32);
            bytes[at] ^= (byte)(1 << (i % 8));
            File.WriteAllBytes(path, bytes);
            try
            {
                var engine = NeuralEngine.Load(folder.Path, i % 3 == 0 ? Instructions.Plain : Machine.Best);
                engine.Translate(["w00010 w00020 w00030"], TestContext.Current.CancellationToken);
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }

        Assert.True(refused > 0, "none of the changed files was refused");
    }

    [Theory]
    [InlineData(0, 2UL, "version 2", "another version")]
    [InlineData(8, 1UL << 40, "tensors", "more tensors than there can be")]
    [InlineData(16, 1UL << 50, "name", "a name without end")]
    [InlineData(32, 1UL << 33, "dimensions", "dimensions without end")]
    [InlineData(40, 1UL << 62, "bytes in a tensor", "a tensor larger than the file")]
    [InlineData(40, ulong.MaxValue, "bytes in a tensor", "a length below zero")]
    public void ASizeThatCannotBeIsAClearError(int at, ulong value, string says, string why)
    {
        using var folder = new MadeUpFolder(Shape);
        var path = Path.Combine(folder.Path, "model.bin");
        var bytes = File.ReadAllBytes(path);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(at), value);
        File.WriteAllBytes(path, bytes);
        var error = Assert.Throws<InvalidDataException>(() => NeuralEngine.Load(folder.Path));
        Assert.True(error.Message.Contains(says, StringComparison.Ordinal), $"{why}: {error.Message}");
    }

    [Theory]
    [InlineData("dec-cell: ssru", "dec-cell: gru ", "dec-cell", "another recurrent unit")]
    [InlineData("transformer-ffn-activation: relu", "transformer-ffn-activation: gelu", "activation", "another activation")]
    [InlineData("enc-depth: 1", "enc-depth: 9", "encoder_l2", "more layers than there are")]
    [InlineData("enc-depth: 1", "enc-depth: x", "enc-depth", "no number")]
    [InlineData("transformer-heads: 4", "transformer-heads: 3", "heads", "heads that do not divide the width")]
    [InlineData("dim-emb: 32", "dim-emb: 64", "Wemb", "another width than the tensors have")]
    [InlineData("transformer-dim-ffn: 64", "transformer-dim-ffn: 96", "W1", "another feed-forward than the tensors have")]
    [InlineData("  - 256\n  - 256", "  - 256\n  - 257", "vocabular", "two vocabularies")]
    public void AnotherArchitectureIsRefusedWithWhatDiffers(string from, string to, string says, string why)
    {
        using var folder = new MadeUpFolder(Shape);
        var path = Path.Combine(folder.Path, "model.bin");
        var bytes = File.ReadAllBytes(path);
        var at = bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(from));
        Assert.True(at > 0 && from.Length == to.Length, why);
        Encoding.ASCII.GetBytes(to).CopyTo(bytes, at);
        File.WriteAllBytes(path, bytes);
        var error = Assert.Throws<InvalidDataException>(() => NeuralEngine.Load(folder.Path));
        Assert.True(error.Message.Contains(says, StringComparison.Ordinal), $"{why}: {error.Message}");
    }
}
