using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DirectRoute.Ui.Tests;

public sealed class PlaygroundTests(ChromiumFixture fixture) : PageTest(fixture)
{
    private ILocator Template => Page.GetByLabel("Template", new() { Exact = true });
    private ILocator Result => Page.Locator("#pg-result");

    [BrowserFact]
    public async Task Template_Typed_IsRendered()
    {
        await OpenAsync("#/playground");
        await Expect(Result).ToContainTextAsync("Action=SendMessage&MessageBody=hello");

        await Page.GetByLabel("Body", new() { Exact = true }).FillAsync("""{"name": "Zoë"}""");
        await Template.FillAsync("$input.path('$.name') of $context.httpMethod $context.path by $input.params('X-Who')#set($context.responseOverride.status = 404)");
        await Page.GetByText("Headers", new() { Exact = true }).ClickAsync();
        await Page.GetByLabel("Headers, as JSON").FillAsync("""{"X-Who": "me"}""");

        await Expect(Result).ToContainTextAsync("Zoë of POST /send-message by me");
        await Expect(Result).ToContainTextAsync("responseOverride.status = 404");
    }

    [BrowserFact]
    public async Task Template_Wrong_IsMarkedAtItsLine()
    {
        await OpenAsync("#/playground");

        await Template.FillAsync("#set($x = 1)\n#if($x\n$x");

        await Expect(Page.Locator(".gutter .marked")).ToHaveTextAsync("3");
        await Result.GetByRole(AriaRole.Button, new() { Name = "Line 3, column 1" }).ClickAsync();
        await Expect(Template).ToBeFocusedAsync();
        Assert.Equal("#set($x = 1)\n#if($x\n".Length, await Template.EvaluateAsync<int>("e => e.selectionStart"));
        await Template.FillAsync("#set($x = 1)\n#if($x)\n$x#end");
        await Expect(Page.Locator(".gutter .marked")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Template_Doubtful_IsWarnedOf()
    {
        await OpenAsync("#/playground");

        await Template.FillAsync("one\n$util.toJson($input.body)");

        await Expect(Result.GetByRole(AriaRole.List, new() { Name = "Warnings" })).ToContainTextAsync("Line 2, column 1");
        await Expect(Result.GetByRole(AriaRole.List, new() { Name = "Warnings" })).ToContainTextAsync("AppSync");
    }

    [BrowserFact]
    public async Task Template_WithoutEnd_IsEnded()
    {
        await OpenAsync("#/playground");

        await Template.FillAsync("#foreach($a in [1..1000])#foreach($b in [1..1000])#foreach($c in [1..1000])$c#end#end#end");

        await Expect(Result.Locator(".fault")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task SampleRequest_NoJson_IsSaidWhere()
    {
        await OpenAsync("#/playground");
        await Page.GetByText("Headers", new() { Exact = true }).ClickAsync();

        await Page.GetByLabel("Headers, as JSON").FillAsync("""{"X": 1}""");

        await Expect(Page.Locator("#wrong-headers")).ToContainTextAsync("\"X\" must be a text");
        await Expect(Result).ToContainTextAsync("The sample request cannot be read.");
        await Expect(Page.GetByLabel("Headers, as JSON")).ToHaveAttributeAsync("aria-invalid", "true");
    }

    [BrowserFact]
    public async Task Reload_Template_IsStillThere()
    {
        await OpenAsync("#/playground");
        await Template.FillAsync("still here");
        await Expect(Result).ToContainTextAsync("still here");

        await Page.ReloadAsync();

        await Expect(Template).ToHaveValueAsync("still here");
        await Expect(Result).ToContainTextAsync("still here");
    }

    [BrowserFact]
    public async Task RecordedRequest_OpenedInThePlayground_RendersTheSame()
    {
        var api = await SendingApiAsync();
        await OpenAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, api.At("/send-message/a")) { Content = Json("""{"message":"a&b"}""") };
        request.Headers.Add("Authorization", "Bearer of-bad-news");
        await DirectRoute.Local.Tests.DataPlane.DeployedApi.SendAsync(request);
        await Page.Locator("#list li a").ClickAsync();

        await Page.GetByRole(AriaRole.Button, new() { Name = "Open in playground" }).First.ClickAsync();

        await Expect(Result).ToContainTextAsync("Action=SendMessage&MessageGroupId=a&MessageBody=a%26b");
        Assert.DoesNotContain("of-bad-news", await Page.GetByLabel("Headers, as JSON").InputValueAsync(), StringComparison.Ordinal);
    }
}
