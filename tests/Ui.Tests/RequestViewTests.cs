using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DirectRoute.Ui.Tests;

public sealed class RequestViewTests(ChromiumFixture fixture) : PageTest(fixture)
{
    private ILocator Rows => Page.Locator("#list li");

    [BrowserFact]
    public async Task List_RequestWhileThePageIsOpen_AppearsAtTheTop()
    {
        var api = await SendingApiAsync();
        await OpenAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "No requests yet" })).ToBeVisibleAsync();
        await Expect(Page.Locator(".command").First).ToContainTextAsync($"{api.Id}/test/send-message/group");

        await api.PostAsync("/send-message/a", Json("""{"message":"one"}"""));
        await Expect(Rows).ToHaveCountAsync(1);
        await api.GetAsync("/nothing");

        await Expect(Rows).ToHaveCountAsync(2);
        await Expect(Rows.First).ToContainTextAsync("403");
        await Expect(Rows.First).ToContainTextAsync("/nothing");
        await Expect(Rows.Last).ToContainTextAsync("200");
        await Expect(Page.Locator("#request-count")).ToHaveTextAsync("2");
    }

    [BrowserFact]
    public async Task Detail_AnsweredRequest_ShowsEveryStep()
    {
        var api = await SendingApiAsync();
        await OpenAsync();
        await api.PostAsync("/send-message/a?debug=yes", Json("""{"message":"he said \"hello\""}"""));

        await Rows.First.GetByRole(AriaRole.Link).ClickAsync();

        await Expect(Step("Request")).ToContainTextAsync("debug");
        await Expect(Step("Request").GetByRole(AriaRole.Table, new() { Name = "Path variables" })).ToContainTextAsync("group");
        await Expect(Step("Gates")).ToContainTextAsync("POST /send-message/{group}");
        await Expect(Step("Request mapping")).ToContainTextAsync("#set($body = $input.path('$'))");
        await Expect(Step("Request mapping")).ToContainTextAsync("integration.request.header.Content-Type");
        await Expect(Step("Backend request")).ToContainTextAsync("arn:aws:apigateway:us-east-1:sqs:path/123456789012/my-test-queue");
        await Expect(Step("Backend request")).ToContainTextAsync("he said \"hello\"");
        await Expect(Step("Backend request")).ToContainTextAsync("arn:aws:iam::123456789012:role/orders");
        await Expect(Step("Role")).ToContainTextAsync("Allowed");
        await Expect(Step("Backend response")).ToContainTextAsync("MD5OfMessageBody");
        await Expect(Step("Response mapping")).ToContainTextAsync("200, the default");
        await Expect(Step("Response mapping")).ToContainTextAsync("$input.json('$.MessageId')");
        await Expect(Step("Response").Last).ToContainTextAsync("\"messageId\": \"m-1\"");
        await Expect(Page.GetByText("not reached")).ToHaveCountAsync(0);
        await Expect(Page.GetByText("answered here")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Detail_TemplateFails_SaysWhyAndMarksTheLine()
    {
        var api = await SendingApiAsync();
        await OpenAsync();
        await api.PostAsync("/send-message/a", Json("""{"message":"""));

        await Rows.First.GetByRole(AriaRole.Link).ClickAsync();

        await Expect(Page.Locator(".fault")).ToContainTextAsync("line 1, column");
        await Expect(Step("Request mapping")).ToContainTextAsync("stopped here");
        await Expect(Step("Request mapping").Locator(".line.marked")).ToContainTextAsync("#set($body");
        await Expect(Step("Backend request")).ToContainTextAsync("not reached");
    }

    [BrowserFact]
    public async Task Detail_BackendCannotBeReached_StopsAtTheBackend()
    {
        Aws.Service = http =>
        {
            http.Abort();
            return Task.CompletedTask;
        };
        var api = await SendingApiAsync();
        await OpenAsync();
        await api.PostAsync("/send-message/a", Json("""{"message":"x"}"""));

        await Rows.First.GetByRole(AriaRole.Link).ClickAsync();

        await Expect(Page.Locator(".fault")).ToContainTextAsync("INTEGRATION_FAILURE");
        await Expect(Step("Backend request")).ToContainTextAsync("Action");
        await Expect(Step("Backend response")).ToContainTextAsync("stopped here");
        await Expect(Step("Response mapping")).ToContainTextAsync("not reached");
    }

    [BrowserFact]
    public async Task Detail_RoleDenies_SaysWhyAndWhatTheServiceWouldAnswer()
    {
        Aws.Allow("orders", "sqs:ReceiveMessage", "*");
        var api = await SendingApiAsync();
        await OpenAsync();
        await api.PostAsync("/send-message/a", Json("""{"message":"x"}"""));

        await Rows.First.GetByRole(AriaRole.Link).ClickAsync();

        await Expect(Step("Role")).ToContainTextAsync("denied");
        await Expect(Step("Role")).ToContainTextAsync("sqs:SendMessage");
        await Expect(Step("Backend response")).ToContainTextAsync("as the service would refuse the call");
        await Expect(Step("Response mapping")).Not.ToContainTextAsync("not reached");
    }

    [BrowserFact]
    public async Task Detail_NoSuchRole_StopsAtTheRole()
    {
        Aws.Roles.Clear();
        var api = await SendingApiAsync();
        await OpenAsync();
        await api.PostAsync("/send-message/a", Json("""{"message":"x"}"""));

        await Rows.First.GetByRole(AriaRole.Link).ClickAsync();

        await Expect(Page.Locator(".fault")).ToContainTextAsync("because of the integration’s role");
        await Expect(Step("Role")).ToContainTextAsync("arn:aws:iam::123456789012:role/orders");
        await Expect(Step("Backend response")).ToContainTextAsync("not reached");
    }

    [BrowserFact]
    public async Task Detail_NoRoute_StopsAtTheGates()
    {
        var api = await SendingApiAsync();
        await OpenAsync();
        await api.GetAsync("/nothing");

        await Rows.First.GetByRole(AriaRole.Link).ClickAsync();

        await Expect(Page.Locator(".fault .why")).ToHaveTextAsync("No route of the API serves this method and path.");
        await Expect(Step("Gates")).ToContainTextAsync("stopped here");
        await Expect(Page.GetByText("not reached")).ToHaveCountAsync(4);
    }

    [BrowserFact]
    public async Task Detail_HttpApi_ShowsTheParametersOfTheService()
    {
        var api = await Local.Http.CreateApiAsync(new() { Name = "orders", ProtocolType = "HTTP", CorsConfiguration = new() { AllowOrigins = ["*"], AllowMethods = ["*"] } });
        var integration = await Local.Http.CreateIntegrationAsync(new()
        {
            ApiId = api.ApiId,
            IntegrationType = "AWS_PROXY",
            IntegrationSubtype = "SQS-SendMessage",
            PayloadFormatVersion = "1.0",
            CredentialsArn = "arn:aws:iam::123456789012:role/orders",
            RequestParameters = new() { ["QueueUrl"] = "http://localhost/123456789012/my-test-queue", ["MessageBody"] = "$request.body.message" },
        });
        await Local.Http.CreateRouteAsync(new() { ApiId = api.ApiId, RouteKey = "POST /send", Target = $"integrations/{integration.IntegrationId}" });
        await Local.Http.CreateStageAsync(new() { ApiId = api.ApiId, StageName = "$default", AutoDeploy = true });
        await OpenAsync();
        using var http = new HttpClient();
        await http.PostAsync(new Uri(Local.Address, $"/{api.ApiId}/send"), Json("""{"message":"hello"}"""));
        using var preflight = new HttpRequestMessage(HttpMethod.Options, new Uri(Local.Address, $"/{api.ApiId}/send"));
        preflight.Headers.Add("Origin", "https://shop.example");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        await http.SendAsync(preflight);
        await Expect(Rows).ToHaveCountAsync(2);

        await Rows.Last.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(Step("Backend request")).ToContainTextAsync("SQS-SendMessage");
        await Expect(Step("Backend request").GetByRole(AriaRole.Table, new() { Name = "Parameters of the service" })).ToContainTextAsync("hello");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Copy as curl" }).ClickAsync();
        Assert.Contains($"/{api.ApiId}/send ", await ClipboardAsync(), StringComparison.Ordinal);
        await Rows.First.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(Step("Gates")).ToContainTextAsync("answered here");
        await Expect(Page.GetByText("not reached")).ToHaveCountAsync(4);
    }

    [BrowserFact]
    public async Task Filter_TextApiAndStatus_LeaveWhatFits()
    {
        var api = await SendingApiAsync();
        var other = await SendingApiAsync();
        await OpenAsync();
        await api.PostAsync("/send-message/a", Json("""{"message":"x"}"""));
        await api.GetAsync("/nothing");
        await other.GetAsync("/else");
        await Expect(Rows).ToHaveCountAsync(3);

        await Page.GetByLabel("API", new() { Exact = true }).SelectOptionAsync(api.Id);
        await Expect(Rows).ToHaveCountAsync(2);
        await Page.GetByLabel("Status").SelectOptionAsync("2xx");
        await Expect(Rows).ToHaveCountAsync(1);
        await Page.GetByLabel("Status").SelectOptionAsync("Answered by API Gateway");
        await Expect(Rows).ToContainTextAsync(["/nothing"]);
        await Page.GetByLabel("Path, route or request id").FillAsync("send");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Nothing fits the filter" })).ToBeVisibleAsync();
        await Page.GetByLabel("Status").SelectOptionAsync("Any status");
        await Expect(Rows).ToContainTextAsync(["/send-message/a"]);
    }

    [BrowserFact]
    public async Task Detail_SecretHeader_IsShownOnlyWhenAskedFor()
    {
        var api = await SendingApiAsync();
        await OpenAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, api.At("/send-message/a?X-Amz-Security-Token=t-o-k-e-n")) { Content = Json("""{"message":"x"}""") };
        request.Headers.Add("Authorization", "Bearer of-bad-news");
        request.Headers.Add("Cookie", "session=biscuit");
        await DirectRoute.Local.Tests.DataPlane.DeployedApi.SendAsync(request);
        await Rows.First.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(Step("Request")).ToContainTextAsync("Authorization");

        var text = await Page.ContentAsync();
        Assert.DoesNotContain("of-bad-news", text, StringComparison.Ordinal);
        Assert.DoesNotContain("biscuit", text, StringComparison.Ordinal);
        Assert.DoesNotContain("t-o-k-e-n", text, StringComparison.Ordinal);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Copy as curl" }).ClickAsync();
        Assert.DoesNotContain("of-bad-news", await ClipboardAsync(), StringComparison.Ordinal);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Show the value of Authorization" }).ClickAsync();

        await Expect(Step("Request")).ToContainTextAsync("Bearer of-bad-news");
        await Expect(Step("Request")).Not.ToContainTextAsync("biscuit");
    }

    [BrowserFact]
    public async Task Detail_CopyAsTest_IsAnEntryForTheManifest()
    {
        var api = await SendingApiAsync();
        await OpenAsync();
        await api.PostAsync("/send-message/a", Json("""{"message":"hello"}"""));
        await Rows.First.GetByRole(AriaRole.Link).ClickAsync();

        await Page.GetByRole(AriaRole.Button, new() { Name = "Copy as test" }).ClickAsync();
        await Expect(Page.Locator("#toast")).ToHaveTextAsync("Test copied");

        Assert.Equal(
            """
            - name: POST /send-message/a answers 200
              request:
                path:
                  group: a
                contentType: application/json; charset=utf-8
                body:
                  message: hello
              backendResponse:
                status: 200
                body:
                  MessageId: m-1
                  MD5OfMessageBody: "5d41402abc4b2a76b9719d911017c592"
              expect:
                backendRequest:
                  method: POST
                  body: Action=SendMessage&MessageGroupId=a&MessageBody=hello
                response:
                  status: 200
                  body:
                    messageId: m-1

            """,
            await ClipboardAsync());
    }

    [BrowserFact]
    public async Task Markup_Anywhere_IsText()
    {
        const string Markup = "<img src=x onerror=alert(1)><script>alert(2)</script>";
        Aws.Service = Answers(200, $$"""{"MessageId":"{{Markup}}"}""");
        var api = await SendingApiAsync();
        await api.MockAsync("GET", "/mock", Markup);
        await Local.Rest.CreateRestApiAsync(new() { Name = Markup, Description = Markup });
        await api.DeployAsync();
        await OpenAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, api.At($"/send-message/{Uri.EscapeDataString(Markup)}?q={Uri.EscapeDataString(Markup)}")) { Content = Json($$"""{"message":"{{Markup}}"}""") };
        request.Headers.TryAddWithoutValidation("X-Markup", Markup);
        await DirectRoute.Local.Tests.DataPlane.DeployedApi.SendAsync(request);
        await api.GetAsync("/mock");
        await Rows.Last.GetByRole(AriaRole.Link).ClickAsync();

        await Expect(Step("Request")).ToContainTextAsync(Markup);
        await Expect(Step("Backend response")).ToContainTextAsync(Markup);
        await Rows.First.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(Step("Response mapping")).ToContainTextAsync(Markup);
        await Page.GetByRole(AriaRole.Link, new() { Name = "APIs" }).ClickAsync();
        await Expect(Page.Locator("#apis")).ToContainTextAsync(Markup);
        await Page.GetByRole(AriaRole.Link, new() { Name = "Playground" }).ClickAsync();
        await Page.GetByLabel("Template", new() { Exact = true }).FillAsync(Markup + "\n#if(" + Markup);
        await Expect(Page.Locator("#pg-result .fault")).ToBeVisibleAsync();
        await Page.GetByLabel("Template", new() { Exact = true }).FillAsync(Markup);
        await Expect(Page.Locator("#pg-result pre")).ToContainTextAsync(Markup);

        Assert.Equal(0, await Page.Locator("main img, main script").CountAsync());
    }

    [BrowserFact]
    public async Task Reload_OpenedRequest_IsStillOpen()
    {
        var api = await SendingApiAsync();
        await OpenAsync();
        await api.PostAsync("/send-message/a", Json("""{"message":"x"}"""));
        await api.GetAsync("/nothing");
        await Rows.Last.GetByRole(AriaRole.Link).ClickAsync();

        await Page.ReloadAsync();

        await Expect(Rows).ToHaveCountAsync(2);
        await Expect(Page.Locator("header.opened")).ToContainTextAsync("/send-message/a");
        await Expect(Rows.Last.GetByRole(AriaRole.Link)).ToHaveAttributeAsync("aria-current", "true");
    }

    [BrowserFact]
    public async Task Keyboard_ArrowsInTheList_OpenTheNextRequest()
    {
        var api = await SendingApiAsync();
        await OpenAsync();
        foreach (var path in new[] { "/a", "/b", "/c" }) await api.GetAsync(path);
        await Expect(Rows).ToHaveCountAsync(3);

        await Page.Keyboard.PressAsync("/");
        await Expect(Page.GetByLabel("Path, route or request id")).ToBeFocusedAsync();
        for (var i = 0; i < 4; i++) await Page.Keyboard.PressAsync("Tab");
        await Expect(Rows.First.GetByRole(AriaRole.Link)).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.Locator("header.opened")).ToContainTextAsync("/c");
        await Page.Keyboard.PressAsync("ArrowDown");
        await Page.Keyboard.PressAsync("ArrowDown");

        await Expect(Page.Locator("header.opened")).ToContainTextAsync("/a");
        await Expect(Rows.Last.GetByRole(AriaRole.Link)).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task NarrowWindow_OpenedRequest_LeadsBackToTheList()
    {
        await Page.SetViewportSizeAsync(800, 700);
        var api = await SendingApiAsync();
        await OpenAsync();
        await api.GetAsync("/nothing");
        await Rows.First.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(Rows.First).ToBeHiddenAsync();

        Assert.True(await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await Page.GetByRole(AriaRole.Link, new() { Name = "All requests" }).ClickAsync();

        await Expect(Rows.First).ToBeVisibleAsync();
    }

    private ILocator Step(string name) => Page.Locator("ol.steps > li").Filter(new() { Has = Page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true, Level = 3 }) });

    private Task<string> ClipboardAsync() => Page.EvaluateAsync<string>("navigator.clipboard.readText()");
}
