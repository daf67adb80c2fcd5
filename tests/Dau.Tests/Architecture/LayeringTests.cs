using ArchUnitNET.Domain;
using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Dau.Tests.Architecture;

/// <summary>House rules that the compiler does not know.</summary>
public sealed class LayeringTests
{
    private const string Network = @"^(System\.Net|Azure|OllamaSharp|OpenAI|System\.ClientModel)(\..*)?$";

    private static readonly ArchUnitNET.Domain.Architecture Whole = new ArchLoader()
        .LoadAssemblies(typeof(DocumentReader).Assembly, typeof(Vision.Workers.WorkerPool).Assembly, typeof(Cli.Composition).Assembly)
        .LoadAssemblies(typeof(System.Net.Sockets.Socket).Assembly, typeof(HttpClient).Assembly, typeof(global::Azure.Core.Pipeline.HttpPipeline).Assembly)
        .Build();

    /// <summary>The stages in the order of the one way through; each may know the model, itself and what stands before it.</summary>
    public static TheoryData<string, string[]> Stages => new()
    {
        { "Input", ["Recognition", "Correction", "Segmentation", "Facts", "Translation", "Output"] },
        { "Recognition", ["Correction", "Segmentation", "Facts", "Translation", "Output"] },
        { "Correction", ["Segmentation", "Facts", "Translation", "Output"] },
        { "Segmentation", ["Facts", "Translation", "Output"] },
        { "Facts", ["Translation", "Output"] },
        { "Translation", ["Output"] },
        { "Model", ["Input", "Recognition", "Correction", "Segmentation", "Facts", "Translation", "Output"] },
    };

    [Theory]
    [MemberData(nameof(Stages))]
    public void AStageKnowsNoLaterStage(string stage, string[] later) =>
        Types().That().ResideInNamespaceMatching($@"^Dau\.{stage}(\..*)?$")
            .Should().NotDependOnAnyTypesThat().ResideInNamespaceMatching($@"^Dau\.({string.Join('|', later)})(\..*)?$")
            .Check(Whole);

    [Fact]
    public void NothingOutsideTranslationCanOpenASocket() => NoNetwork(@"^Dau(\.(?!Translation)\w+)*$").Check(Whole);

    [Fact]
    public void TheNetworkRuleWouldSeeASocket() => Assert.False(NoNetwork(@"^Dau\.Translation(\..*)?$").HasNoViolations(Whole));

    [Fact]
    public void ImplementationsAreSealed() =>
        Classes().That().ResideInNamespaceMatching(@"^Dau(\..*)?$").And().AreNotAbstract().And().AreNot(typeof(DauException))
            .And().DoNotHaveNameContaining("<").Should().BeSealed().Check(Whole);

    private static IArchRule NoNetwork(string namespaces) =>
        Types().That().ResideInNamespaceMatching(namespaces).Should().NotDependOnAnyTypesThat().ResideInNamespaceMatching(Network);
}
