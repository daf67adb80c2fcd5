using Dau.Model;
using Dau.Translation;
using Dau.Translation.Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Dau.Tests.Translation;

public sealed class AzureTranslatorTests
{
    private static readonly FakeTimeProvider Time = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    [Fact]
    public async Task Translates_with_links_and_records_what_was_sent()
    {
        await using var server = await AzureStandIn.StartAsync();
        var batch = await Translate(server, "Xin chào", "Cảm ơn");
        Assert.Equal(["EN Xin chào", "EN Cảm ơn"], batch.Translations.Select(static t => t.Target));
        Assert.All(batch.Translations, static t => Assert.Equal("azure", t.Engine));
        Assert.Equal(new Link(new(0, 8), new(3, 11)), Assert.Single(batch.Translations[0].Links));
        var sent = Assert.Single(batch.Sent);
        Assert.Equal(server.Address.GetLeftPart(UriPartial.Authority), sent.To);
        Assert.Equal(["s0", "s1"], sent.Segments);
        Assert.Equal("2026-01-02T03:04:05Z", sent.At);
        Assert.Equal(long.Parse(server.Headers["Content-Length"], System.Globalization.CultureInfo.InvariantCulture), sent.Bytes);
        Assert.Empty(batch.Warnings);
    }

    [Fact]
    public async Task Sends_key_and_region()
    {
        await using var server = await AzureStandIn.StartAsync();
        await Translate(server, "Xin chào");
        Assert.Equal("secret", server.Headers["Ocp-Apim-Subscription-Key"]);
        Assert.Equal("westeurope", server.Headers["Ocp-Apim-Subscription-Region"]);
        Assert.False(server.Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task Sends_a_token_in_place_of_a_key()
    {
        await using var server = await AzureStandIn.StartAsync();
        var client = new TextTranslationClient(new AzureOptions { Endpoint = server.Address, Token = "t0k", ResourceId = "/subscriptions/x" });
        await new AzureTranslator(client, Time).TranslateAsync(Segments("Xin chào"), TestContext.Current.CancellationToken);
        Assert.Equal("Bearer t0k", server.Headers["Authorization"]);
        Assert.Equal("/subscriptions/x", server.Headers["Ocp-Apim-ResourceId"]);
        Assert.False(server.Headers.ContainsKey("Ocp-Apim-Subscription-Key"));
    }

    [Fact]
    public async Task Keeps_within_a_thousand_texts()
    {
        await using var server = await AzureStandIn.StartAsync();
        var batch = await Translate(server, [.. Enumerable.Range(0, 2001).Select(static i => "câu " + i)]);
        Assert.Equal([1000, 1000, 1], server.Requests.Select(static r => r.Count));
        Assert.Equal("EN câu 2000", batch.Translations[2000].Target);
        Assert.Equal(2001, batch.Sent.Sum(static s => s.Segments.Count));
    }

    [Fact]
    public async Task Keeps_within_fifty_thousand_characters()
    {
        await using var server = await AzureStandIn.StartAsync();
        await Translate(server, [.. Enumerable.Repeat(new string('a', 20_000), 5)]);
        Assert.Equal([2, 2, 1], server.Requests.Select(static r => r.Count));
    }

    [Fact]
    public async Task A_text_too_long_for_the_service_is_left_out_and_reported()
    {
        await using var server = await AzureStandIn.StartAsync();
        var batch = await Translate(server, "Xin chào", new string('a', 50_001));
        Assert.Equal("EN Xin chào", batch.Translations[0].Target);
        Assert.Null(batch.Translations[1].Target);
        Assert.Contains("notTranslated", batch.Translations[1].Flags);
        Assert.Contains("s1", Assert.Single(batch.Warnings), StringComparison.Ordinal);
        Assert.Equal(["s0"], Assert.Single(batch.Sent).Segments);
    }

    [Theory]
    [InlineData(401, "AZURE_TRANSLATOR_KEY", "wrong key")]
    [InlineData(403, "quota", "quota used up")]
    [InlineData(404, "AZURE_TRANSLATOR_ENDPOINT", "wrong address")]
    public async Task A_refusal_is_a_clear_sentence(int status, string says, string reason)
    {
        await using var server = await AzureStandIn.StartAsync();
        server.Faults.Enqueue(AzureStandIn.Status(status));
        var e = await Assert.ThrowsAsync<TranslationException>(() => Translate(server, "Xin chào"));
        Assert.True(e.Message.Contains(says, StringComparison.Ordinal), $"{reason}: {e.Message}");
        Assert.DoesNotContain("secret", e.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, server.Count);
    }

    [Fact]
    public async Task Waits_as_long_as_Retry_After_says()
    {
        await using var server = await AzureStandIn.StartAsync();
        server.Faults.Enqueue(AzureStandIn.Status(429, "1"));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var batch = await Translate(server, "Xin chào");
        Assert.Equal("EN Xin chào", batch.Translations[0].Target);
        Assert.True(watch.Elapsed >= TimeSpan.FromSeconds(0.9), watch.Elapsed.ToString());
        Assert.Equal(2, server.Count);
    }

    [Fact]
    public async Task Tries_again_after_a_server_error()
    {
        await using var server = await AzureStandIn.StartAsync();
        server.Faults.Enqueue(AzureStandIn.Status(500));
        Assert.Equal("EN Xin chào", (await Translate(server, "Xin chào")).Translations[0].Target);
    }

    [Fact]
    public async Task Tries_again_after_a_cut_connection()
    {
        await using var server = await AzureStandIn.StartAsync();
        server.Faults.Enqueue(AzureStandIn.Cut);
        Assert.Equal("EN Xin chào", (await Translate(server, "Xin chào")).Translations[0].Target);
    }

    [Fact]
    public async Task What_was_translated_before_a_refusal_stays()
    {
        await using var server = await AzureStandIn.StartAsync();
        server.Faults.Enqueue(static async c =>
        {
            // The first batch is answered well by hand, then the quota is used up.
            await c.Response.WriteAsync("[" + string.Join(',', Enumerable.Repeat("""{"translations":[{"text":"ok","to":"en"}]}""", 1000)) + "]");
        });
        server.Faults.Enqueue(AzureStandIn.Status(403));
        var batch = await Translate(server, [.. Enumerable.Range(0, 2500).Select(static i => "câu " + i)]);
        Assert.All(batch.Translations.Take(1000), static t => Assert.Equal("ok", t.Target));
        Assert.All(batch.Translations.Skip(1000), static t => Assert.Contains("notTranslated", t.Flags));
        Assert.Contains("1500 of 2500", Assert.Single(batch.Warnings), StringComparison.Ordinal);
        Assert.Equal(2000, batch.Sent.Sum(static s => s.Segments.Count));
    }

    [Fact]
    public async Task A_connection_that_stays_cut_is_reported_and_nothing_is_invented()
    {
        await using var server = await AzureStandIn.StartAsync();
        for (var i = 0; i < 10; i++)
        {
            server.Faults.Enqueue(AzureStandIn.Cut);
        }

        var batch = await Translate(server, "Xin chào");
        Assert.Null(batch.Translations[0].Target);
        Assert.Contains("notTranslated", batch.Translations[0].Flags);
        Assert.Contains("could not be reached", Assert.Single(batch.Warnings), StringComparison.Ordinal);
        Assert.Single(batch.Sent);
    }

    [Theory]
    [InlineData("not json", "no JSON")]
    [InlineData("[]", "too few")]
    [InlineData("[{}]", "no translations")]
    public async Task An_answer_out_of_contract_is_reported(string answer, string reason)
    {
        await using var server = await AzureStandIn.StartAsync();
        server.Faults.Enqueue(c => c.Response.WriteAsync(answer));
        var batch = await Translate(server, "Xin chào");
        Assert.True(batch.Translations[0].Target is null && batch.Warnings.Count == 1, reason);
    }

    [Fact]
    public async Task Work_can_be_ended_while_waiting()
    {
        await using var server = await AzureStandIn.StartAsync();
        server.Faults.Enqueue(static c => Task.Delay(Timeout.Infinite, c.RequestAborted));
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Engine(server).TranslateAsync(Segments("Xin chào"), source.Token));
    }

    [Fact]
    public async Task Names_are_sent_with_their_rendering_and_a_category_is_asked_for()
    {
        await using var server = await AzureStandIn.StartAsync();
        server.Query = "?api-version=3.0&from=vi&to=en&includeAlignment=true&category=my%20model";
        var client = new TextTranslationClient(new AzureOptions { Endpoint = server.Address, Key = "secret", Category = "my model" });
        var engine = new AzureTranslator(client, Time, new DynamicDictionary(Translators.Locks, Dau.Translation.Terms.Termbase.Default));
        var batch = await engine.TranslateAsync(Segments("Ủy ban nhân dân gửi 12 người", "gửi <b> Ủy ban nhân dân", "gửi 12 người"), TestContext.Current.CancellationToken);
        Assert.Equal(
            ["<mstrans:dictionary translation=\"People's Committee\">Ủy ban nhân dân</mstrans:dictionary> gửi 12 người", "gửi <b> Ủy ban nhân dân", "gửi 12 người"],
            server.Requests.Single());
        Assert.Equal("EN Ủy ban nhân dân gửi 12 người", batch.Translations[0].Target);
        Assert.Empty(batch.Translations[0].Links);
        Assert.NotEmpty(batch.Translations[2].Links);
    }

    private static AzureTranslator Engine(AzureStandIn server) => new(
        new TextTranslationClient(new AzureOptions { Endpoint = server.Address, Key = "secret", Region = "westeurope", RetryDelay = TimeSpan.FromMilliseconds(10), MaxRetries = 3 }), Time);

    private static Task<TranslationBatch> Translate(AzureStandIn server, params string[] texts) =>
        Engine(server).TranslateAsync(Segments(texts), TestContext.Current.CancellationToken);

    private static SegmentSource[] Segments(params string[] texts) => [.. texts.Select(static (t, i) => new SegmentSource("s" + i, t, Section.Body, BlockKind.Paragraph))];
}
