using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using DirectRoute.Local.Tests.DataPlane;
using DirectRoute.Local.Ui.Recording;

namespace DirectRoute.Local.Tests.Ui;

/// <summary>What is kept of requests, and who is told.</summary>
public sealed class ExchangeLogTests : IAsyncLifetime
{
    private readonly UiFixture ui = new();
    private DeployedApi api = null!;

    public async Task InitializeAsync()
    {
        await ui.InitializeAsync();
        api = await DeployedApi.NewAsync(ui.Local);
        await api.MockAsync("POST", "/", "ok");
        await api.DeployAsync();
    }

    public Task DisposeAsync() => ui.DisposeAsync();

    [Fact]
    public async Task Keep_MoreThanFit_ForgetsTheOldest()
    {
        for (var i = 0; i < ExchangeLog.MaxCount + 1; i++) await api.GetAsync("/nothing");

        Assert.Equal(404, (int)(await ui.GetAsync("/api/exchanges/1")).StatusCode);
        Assert.Equal(200, (int)(await ui.GetAsync("/api/exchanges/2")).StatusCode);
        Assert.Equal(200, (int)(await ui.GetAsync($"/api/exchanges/{ExchangeLog.MaxCount + 1}")).StatusCode);
    }

    /// <summary>The cut may go through a character.</summary>
    [Theory]
    [InlineData("é")]
    [InlineData("aé")]
    public async Task Keep_LongBody_KeepsItsBeginning(string text)
    {
        var body = text[..^1] + new string('é', 100_000);
        await api.PostAsync("/", new StringContent(body, Encoding.UTF8, "application/json"));

        var kept = (await DetailAsync(1))["request"]!["body"]!;

        Assert.Equal(Encoding.UTF8.GetByteCount(body), (int)kept["length"]!);
        Assert.True((bool)kept["isCut"]!);
        Assert.StartsWith((string)kept["text"]!, body, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount((string)kept["text"]!), RecordedBody.MaxBytes - 3, RecordedBody.MaxBytes);
    }

    [Fact]
    public async Task Keep_Bytes_AreShownInBase64()
    {
        using var content = new ByteArrayContent([0xff, 0x00, 0x80]);
        await api.PostAsync("/", content);

        var kept = (await DetailAsync(1))["request"]!["body"]!;

        Assert.Null(kept["text"]);
        Assert.Equal("/wCA", (string)kept["base64"]!);
    }

    [Fact]
    public async Task Events_BrowserThatComesBack_GetsWhatItMissed()
    {
        await api.GetAsync("/one");
        await api.GetAsync("/two");
        var first = await EventsAsync(3);
        var log = (string)JsonNode.Parse(first[0].Data)!["log"]!;

        var again = await EventsAsync(2, ("Last-Event-ID", $"{log}-1"));
        var stranger = await EventsAsync(3, ("Last-Event-ID", "another-1"));

        Assert.Equal(["start", "exchange", "exchange"], first.Select(e => e.Kind));
        Assert.Contains("/two", again[1].Data, StringComparison.Ordinal);
        Assert.Contains("/one", stranger[1].Data, StringComparison.Ordinal);
    }

    /// <summary>It asks for events and never reads one.</summary>
    [Fact]
    public async Task Events_ViewerThatNeverReads_HoldsNoRequest()
    {
        using var viewer = new TcpClient();
        await viewer.ConnectAsync(ui.Local.Address.Host, ui.Local.Address.Port);
        await viewer.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET /_direct/api/events HTTP/1.1\r\nHost: localhost:{ui.Local.Address.Port}\r\n\r\n"));
        var path = "/" + new string('a', 4000);

        for (var i = 0; i < 2000; i++) await api.GetAsync(path);

        Assert.Equal(403, (await api.GetAsync("/last")).Status);
        Assert.Contains("/last", (string)(await DetailAsync(2001))["summary"]!["path"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Detail_SecretNames_AreMarked()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, api.At("/?X-Amz-Signature=s&plain=p"));
        foreach (var name in new[] { "Authorization", "X-Api-Key", "X-Amz-Security-Token", "Cookie", "X-Plain" }) request.Headers.TryAddWithoutValidation(name, "v");
        await DeployedApi.SendAsync(request);

        var shown = (await DetailAsync(1))["request"]!;

        Assert.Equal(["Authorization", "Cookie", "X-Amz-Security-Token", "X-Api-Key"], Marked(shown["headers"]!));
        Assert.Equal(["X-Amz-Signature"], Marked(shown["query"]!));
    }

    private static IEnumerable<string> Marked(JsonNode values) => values.AsArray().Where(v => (bool?)v!["isSecret"] == true).Select(v => (string)v!["name"]!).Order(StringComparer.Ordinal);

    private async Task<JsonNode> DetailAsync(long sequence)
    {
        using var response = await ui.GetAsync($"/api/exchanges/{sequence}");
        Assert.Equal(200, (int)response.StatusCode);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    private async Task<List<(string Kind, string Data)>> EventsAsync(int count, params (string Name, string Value)[] headers)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(ui.Local.Address, "/_direct/api/events"));
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        List<(string, string)> events = [];
        var kind = "";
        while (events.Count < count)
        {
            var line = (await reader.ReadLineAsync())!;
            if (line.StartsWith("event: ", StringComparison.Ordinal)) kind = line["event: ".Length..];
            if (line.StartsWith("data: ", StringComparison.Ordinal)) events.Add((kind, line["data: ".Length..]));
        }
        return events;
    }
}
