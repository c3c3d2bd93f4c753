using System.Collections.Concurrent;
using DirectRoute.Local;
using DirectRoute.Local.Tests;
using DirectRoute.Local.Tests.DataPlane;
using DirectRoute.Local.Tests.Roles;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace DirectRoute.Ui.Tests;

/// <summary>A gateway of a test's own with its page in a browser. After the test, nothing may have gone wrong there, and no other place may have been asked.</summary>
[Collection(nameof(Chromium))]
public abstract class PageTest(ChromiumFixture fixture) : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> errors = new();
    private IBrowserContext? context;

    /// <summary>What the browser may complain of, for tests that make it so.</summary>
    protected HashSet<string> AllowedErrors { get; } = [];

    private protected LocalFixture Local { get; private set; } = null!;

    /// <summary>The page, not opened yet.</summary>
    protected IPage Page { get; private set; } = null!;

    /// <summary>AWS behind the gateway; the role <c>orders</c> may call SQS.</summary>
    private protected FakeIam Aws { get; private set; } = null!;

    protected virtual BrowserNewContextOptions ContextOptions => new() { ViewportSize = new() { Width = 1280, Height = 800 } };

    public async Task InitializeAsync()
    {
        Aws = await FakeIam.StartAsync();
        Aws.Service = Answers(200, """{"MessageId":"m-1","MD5OfMessageBody":"5d41402abc4b2a76b9719d911017c592"}""");
        Aws.Allow("orders", "sqs:*", "*");
        Local = new LocalFixture(new LocalOptions { Port = 0, Ui = true, Endpoint = ServiceEndpoint.At(Aws.Backend.Address) });
        await Local.InitializeAsync();
        context = await (await fixture.Chromium.BrowserAsync()).NewContextAsync(ContextOptions);
        await context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        Page = await context.NewPageAsync();
        Page.Console += (_, message) => Note(message.Type is "error" or "warning", message.Text);
        Page.PageError += (_, error) => Note(true, error);
        Page.Dialog += (_, dialog) => Note(true, $"a dialog: {dialog.Message}");
        Page.Request += (_, request) => Note(!request.Url.StartsWith(Local.UiAddress!.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal), $"a request to {request.Url}");
    }

    public async Task DisposeAsync()
    {
        await context!.DisposeAsync();
        await Local.DisposeAsync();
        await Aws.DisposeAsync();
        Assert.Empty(errors);
    }

    protected Task OpenAsync(string view = "") => Page.GotoAsync(Local.UiAddress + view);

    /// <summary>An API <c>orders</c> whose <c>POST /send-message/{group}</c> sends to SQS.</summary>
    private protected async Task<DeployedApi> SendingApiAsync()
    {
        var api = await DeployedApi.NewAsync(Local);
        await api.MethodAsync(
            "POST", "/send-message/{group}",
            new()
            {
                Type = "AWS",
                IntegrationHttpMethod = "POST",
                Uri = "arn:aws:apigateway:us-east-1:sqs:path/123456789012/my-test-queue",
                Credentials = "arn:aws:iam::123456789012:role/orders",
                PassthroughBehavior = "NEVER",
                RequestParameters = new() { ["integration.request.header.Content-Type"] = "'application/x-www-form-urlencoded'" },
                RequestTemplates = new()
                {
                    ["application/json"] = "#set($body = $input.path('$'))\nAction=SendMessage&MessageGroupId=$input.params('group')&MessageBody=$util.urlEncode($body.message)",
                },
            },
            new() { ResponseTemplates = new() { ["application/json"] = """{"messageId": $input.json('$.MessageId')}""" } },
            new() { RequestParameters = new() { ["method.request.path.group"] = true } });
        await api.DeployAsync();
        return api;
    }

    private protected static StringContent Json(string text) => new(text, System.Text.Encoding.UTF8, "application/json");

    protected static Func<HttpContext, Task> Answers(int status, string body) => http =>
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(body);
    };

    private void Note(bool isWrong, string text)
    {
        if (isWrong && !AllowedErrors.Any(allowed => text.Contains(allowed, StringComparison.Ordinal))) errors.Enqueue(text);
    }
}
