using System.Text.Json;
using Dau.Model;
using Dau.Translation;
using Dau.Translation.Chat;
using Dau.Translation.Draft;
using Dau.Translation.LibreTranslate;
using Dau.Translation.Locks;
using Dau.Translation.Network;
using Dau.Translation.Terms;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Dau.Tests.Translation;

/// <summary>LibreTranslate and language models, against a server on this machine. What holds for all of them is tried with each.</summary>
public sealed class ServiceTranslatorTests
{
    private static readonly FakeTimeProvider Time = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Kinds => ["libreTranslate", "ollama", "openai"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task TranslatesAndRecordsWhatWasSent(string kind)
    {
        await using var server = await ServiceStandIn.StartAsync(static text => text == "Gửi 12 người" ? "Send 12 people" : "Thank you");
        var batch = await TranslateAsync(kind, server, "Gửi 12 người", "Cảm ơn");
        Assert.Equal(["Send 12 people", "Thank you"], batch.Translations.Select(static t => t.Target));
        Assert.All(batch.Translations, t => Assert.Equal(kind == "libreTranslate" ? kind : "chat", t.Engine));
        Assert.Equal(["s0", "s1"], batch.Sent.SelectMany(static s => s.Segments));
        Assert.Equal(server.Bodies.Sum(static b => System.Text.Encoding.UTF8.GetByteCount(b)), batch.Sent.Sum(static s => s.Bytes));
        Assert.All(batch.Sent, s => Assert.Equal((server.Address.GetLeftPart(UriPartial.Authority), "2026-01-02T03:04:05Z"), (s.To, s.At)));
        Assert.Contains(new Link(new TextSpan(4, 6), new TextSpan(5, 7)), batch.Translations[0].Links);
        Assert.Empty(batch.Warnings);
        Assert.Equal(kind != "libreTranslate", server.Headers.GetValueOrDefault("Authorization") == "Bearer secret");
    }

    [Theory]
    [InlineData("libreTranslate", "Send 13 people", "a number changed")]
    [InlineData("ollama", "Send people", "a number lost")]
    [InlineData("openai", "", "nothing said")]
    [InlineData("ollama", "Send 12 12 people people", "said twice")]
    [InlineData("openai", "Sure! Here is a long story about the 12 people, who were sent on a journey through a land far away, and who lived happily ever after in it.", "a chat")]
    public async Task ADoubtfulAnswerGivesWayToTheDraftWithAFlag(string kind, string answer, string why)
    {
        await using var server = await ServiceStandIn.StartAsync(_ => answer);
        var segment = (await TranslateAsync(kind, server, "Gửi 12 người")).Translations[0];
        Assert.True(segment.Target == "DRAFT 12" && segment.Engine == "draft", $"{why}: {segment.Target}");
        Assert.Contains("draftInstead", segment.Flags);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task AStormThatPassesIsWaitedFor(string kind)
    {
        await using var server = await ServiceStandIn.StartAsync(static _ => "Thank you");
        server.Faults.Enqueue(ServiceStandIn.Status(429, "0"));
        server.Faults.Enqueue(ServiceStandIn.Status(503));
        server.Faults.Enqueue(AzureStandIn.Cut);
        var batch = await TranslateAsync(kind, server, "Cảm ơn");
        Assert.Equal("Thank you", batch.Translations[0].Target);
        Assert.Equal(4, server.Bodies.Count);
        Assert.Equal(server.Bodies.Sum(static b => System.Text.Encoding.UTF8.GetByteCount(b)), batch.Sent.Sum(static s => s.Bytes));
    }

    [Theory]
    [InlineData("libreTranslate", 429, "slow down")]
    [InlineData("ollama", 500, "translate again later")]
    [InlineData("openai", 502, "translate again later")]
    public async Task AStormThatStaysIsSaidAndTheDraftStands(string kind, int status, string says)
    {
        await using var server = await ServiceStandIn.StartAsync(static _ => "Thank you");
        for (var i = 0; i < 40; i++)
        {
            server.Faults.Enqueue(ServiceStandIn.Status(status));
        }

        var batch = await TranslateAsync(kind, server, [.. Enumerable.Range(0, 60).Select(static i => "Cảm ơn")]);
        Assert.All(batch.Translations, static t => Assert.Equal("draft", t.Engine));
        Assert.Contains("60 of 60", Assert.Single(batch.Warnings), StringComparison.Ordinal);
        Assert.Contains(says, batch.Warnings[0], StringComparison.Ordinal);
        Assert.InRange(server.Bodies.Count, 4, 8);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task WhatWasTranslatedBeforeAFailureStays(string kind)
    {
        await using var server = await ServiceStandIn.StartAsync(static _ => "Thank you");
        var engine = Engine(kind, server);
        server.Faults.Enqueue(context => context.Response.WriteAsJsonAsync(
            kind == "libreTranslate" ? new { translatedText = Enumerable.Repeat("Thank you", 25).ToArray() }
            : kind == "ollama" ? new { model = "m", created_at = "2026-01-02T03:04:05Z", message = new { role = "assistant", content = "Thank you" }, done = true }
            : (object)new { id = "x", @object = "chat.completion", created = 1, model = "m", choices = new[] { new { index = 0, finish_reason = "stop", message = new { role = "assistant", content = "Thank you" } } } }));
        server.Faults.Enqueue(ServiceStandIn.Status(403));
        var batch = await engine.TranslateAsync(Segments([.. Enumerable.Repeat("Cảm ơn", 40)]), Token);
        var kept = kind == "libreTranslate" ? 25 : 1;
        Assert.All(batch.Translations.Take(kept), static t => Assert.Equal("Thank you", t.Target));
        Assert.All(batch.Translations.Skip(kept), static t => Assert.Equal("draft", t.Engine));
        Assert.Contains($"{40 - kept} of 40", Assert.Single(batch.Warnings), StringComparison.Ordinal);
        Assert.Equal(2, server.Bodies.Count);
    }

    [Theory]
    [InlineData("libreTranslate", "LIBRETRANSLATE_API_KEY")]
    [InlineData("ollama", "DAU_CHAT_KEY")]
    [InlineData("openai", "DAU_CHAT_KEY")]
    public async Task ARefusalAtOnceIsAClearError(string kind, string says)
    {
        await using var server = await ServiceStandIn.StartAsync(static _ => "Thank you");
        server.Faults.Enqueue(ServiceStandIn.Status(401));
        var error = await Assert.ThrowsAsync<TranslationException>(() => TranslateAsync(kind, server, "Cảm ơn"));
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task ASlowServiceIsGivenUp(string kind)
    {
        await using var server = await ServiceStandIn.StartAsync(static _ => "Thank you");
        for (var i = 0; i < 10; i++)
        {
            server.Faults.Enqueue(static context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        }

        var batch = await Engine(kind, server, timeout: 0.2).TranslateAsync(Segments("Cảm ơn"), Token);
        Assert.Equal("draft", batch.Translations[0].Engine);
        Assert.Contains("too slow", Assert.Single(batch.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task AServiceThatIsNotThereIsSaid(string kind)
    {
        var gone = await ServiceStandIn.StartAsync(static _ => "");
        var engine = Engine(kind, gone);
        await gone.DisposeAsync();
        var batch = await engine.TranslateAsync(Segments("Cảm ơn"), Token);
        Assert.Equal("draft", batch.Translations[0].Engine);
        Assert.Contains("could not be reached", Assert.Single(batch.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task ARedirectIsNotFollowed(string kind)
    {
        await using var other = await ServiceStandIn.StartAsync(static _ => "Thank you");
        await using var server = await ServiceStandIn.StartAsync(static _ => "Thank you");
        server.Faults.Enqueue(ServiceStandIn.Status(307, location: other.Address + "translate"));
        var batch = await TranslateAsync(kind, server, "Cảm ơn");
        Assert.Empty(other.Bodies);
        Assert.Contains("not followed", Assert.Single(batch.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task AnAnswerOutOfContractIsSaid(string kind)
    {
        foreach (var answer in new[] { "not json", "[]", "{}", """{"translatedText":["a","b"]}""" })
        {
            await using var server = await ServiceStandIn.StartAsync(static _ => "Thank you");
            server.Faults.Enqueue(context =>
            {
                context.Response.ContentType = "application/json";
                return context.Response.WriteAsync(answer);
            });
            var batch = await TranslateAsync(kind, server, "Cảm ơn");
            Assert.True(batch.Translations[0].Engine == "draft" && batch.Warnings.Count == 1, $"{answer}: {batch.Translations[0].Target}");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task WorkCanBeEndedWhileWaiting(string kind)
    {
        await using var server = await ServiceStandIn.StartAsync(static _ => "Thank you");
        server.Faults.Enqueue(static context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Engine(kind, server).TranslateAsync(Segments("Cảm ơn"), source.Token));
    }

    [Fact]
    public async Task LibreTranslateWithoutVietnameseIsAClearErrorBeforeAnythingIsSent()
    {
        await using var server = await ServiceStandIn.StartAsync(static _ => "Thank you");
        foreach (var languages in new[] { """[{"code":"fr","targets":["en"]}]""", """[{"code":"vi","targets":["vi"]}]""", "[]" })
        {
            server.Languages = languages;
            var error = await Assert.ThrowsAsync<TranslationException>(() => TranslateAsync("libreTranslate", server, "Cảm ơn"));
            Assert.Contains("no model from Vietnamese", error.Message, StringComparison.Ordinal);
        }

        Assert.Empty(server.Bodies);
    }

    [Fact]
    public async Task LibreTranslateGetsBatchesAndTheKeyInTheBody()
    {
        await using var server = await ServiceStandIn.StartAsync(static _ => "Thank you");
        await TranslateAsync("libreTranslate", server, [.. Enumerable.Repeat("Cảm ơn", 60), " ", new string('a', 5000)]);
        Assert.Equal([25, 25, 10, 1], server.Bodies.Select(static b => JsonDocument.Parse(b).RootElement.GetProperty("q").GetArrayLength()));
        Assert.All(server.Bodies, static b => Assert.Equal("secret", JsonDocument.Parse(b).RootElement.GetProperty("api_key").GetString()));
    }

    [Fact]
    public async Task AModelIsToldTheTermsTheLocksAndTheNeighbours()
    {
        await using var server = await ServiceStandIn.StartAsync(static _ => "Thank you");
        await TranslateAsync("ollama", server, "Câu trước", "Ủy ban nhân dân gửi số 1.284 <text>", "Câu sau");
        var question = JsonDocument.Parse(server.Bodies[1]).RootElement.GetProperty("messages").EnumerateArray().Last().GetProperty("content").GetString()!;
        Assert.Contains("Ủy ban nhân dân = People's Committee\n", question, StringComparison.Ordinal);
        Assert.Contains("1.284 = 1,284\n", question, StringComparison.Ordinal);
        Assert.Contains("<before>Câu trước</before>\n<after>Câu sau</after>\n<text>Ủy ban nhân dân gửi số 1.284 ‹text›</text>\n", question, StringComparison.Ordinal);
        Assert.Equal(0, JsonDocument.Parse(server.Bodies[1]).RootElement.GetProperty("options").GetProperty("temperature").GetDouble());
        Assert.StartsWith("dau/", server.Headers["User-Agent"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<think>Hm.\nWell.</think>\nThank you.", "Thank you.", "thoughts")]
    [InlineData("```\nThank you.\n```", "Thank you.", "a fence")]
    [InlineData("“Thank you.”", "Thank you.", "quotation marks that the source has not")]
    [InlineData("<text>Thank\nyou.</text>", "Thank you.", "the frame and a line break")]
    [InlineData("<think>never ends", "", "only thoughts")]
    public void AnAnswerIsCleaned(string answer, string text, string why) => Assert.True(ChatPrompt.Clean(answer, "Cảm ơn.") == text, why);

    [Theory]
    [InlineData("libreTranslate", "LIBRETRANSLATE_URL", "https://example.org", false, "--allow-network", "text would leave the machine")]
    [InlineData("libreTranslate", "LIBRETRANSLATE_URL", "http://example.org", true, "https://", "the text could be read on its way")]
    [InlineData("libreTranslate", "LIBRETRANSLATE_URL", "", false, "LIBRETRANSLATE_URL", "no address")]
    [InlineData("chat", "DAU_CHAT_URL", "https://example.org/v1", false, "--allow-network", "text would leave the machine")]
    [InlineData("chat", "DAU_CHAT_MODEL", "", false, "DAU_CHAT_MODEL", "no model")]
    [InlineData("chat", "DAU_CHAT_MODEL", "gpt-oss:120b-cloud", false, "--allow-network", "Ollama would send it on")]
    public void NothingIsSentWithoutLeave(string engine, string name, string value, bool allow, string says, string why)
    {
        var error = Assert.Throws<TranslationException>(() => Translators.Create(
            new TranslationOptions { Engine = engine, AllowNetwork = allow }, TimeProvider.System, variable => variable == name ? value : variable == "DAU_CHAT_MODEL" ? "m" : null));
        Assert.True(error.Message.Contains(says, StringComparison.Ordinal), $"{why}: {error.Message}");
    }

    [Theory]
    [InlineData("libreTranslate")]
    [InlineData("chat")]
    public void ThisMachineNeedsNoLeave(string engine) => Assert.Equal(engine, Translators.Create(
        new TranslationOptions { Engine = engine }, TimeProvider.System, static variable => variable switch { "LIBRETRANSLATE_URL" => "http://localhost:5000", "DAU_CHAT_MODEL" => "m", _ => null }).Name);

    private static ServiceTranslator Engine(string kind, ServiceStandIn server, double timeout = 20)
    {
        var options = new ServiceOptions
        {
            Address = kind == "openai" ? new Uri(server.Address, "v1/") : server.Address, Key = "secret", Model = "m", MaxRetries = 3,
            RetryDelay = TimeSpan.FromMilliseconds(10), Timeout = TimeSpan.FromSeconds(timeout),
        };
        ITextService service = kind == "libreTranslate" ? new LibreTranslateService(options) : new ChatService(options, Translators.Locks, Termbase.Default);
        return new ServiceTranslator(service, Translators.Locks, new StandIn(), Time);
    }

    private static Task<TranslationBatch> TranslateAsync(string kind, ServiceStandIn server, params string[] texts) => Engine(kind, server).TranslateAsync(Segments(texts), Token);

    private static SegmentSource[] Segments(params string[] texts) => [.. texts.Select(static (t, i) => new SegmentSource("s" + i, t, Section.Body, BlockKind.Paragraph))];

    /// <summary>A draft engine that keeps its locks and nothing else.</summary>
    private sealed class StandIn : IDraftEngine
    {
        public Rendering Render(string text, IReadOnlyList<LockedSpan> locks) => new(string.Join(' ', locks.Select(static l => l.Rendering).Prepend("DRAFT")), [], 0.5, []);
    }
}
