using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DirectRoute.Ui.Tests;

public sealed class ApiViewTests(ChromiumFixture fixture) : PageTest(fixture)
{
    [BrowserFact]
    public async Task Apis_NoneYet_SaysWhatToDo()
    {
        await OpenAsync("#/apis");

        await Expect(Page.Locator("#apis")).ToContainTextAsync($"aws --endpoint-url http://localhost:{Local.Address.Port} apigateway create-rest-api");
    }

    [BrowserFact]
    public async Task Apis_DeployedThenChanged_ShowsWhatIsServedAndThatItIsBehind()
    {
        await OpenAsync("#/apis");
        var api = await SendingApiAsync();
        var card = Page.GetByRole(AriaRole.Article, new() { Name = "orders" });
        await Expect(card).ToContainTextAsync($"http://localhost:{Local.Address.Port}/{api.Id}/test");
        await Expect(card.GetByRole(AriaRole.Row)).ToContainTextAsync(["Method", "sqs:path/123456789012/my-test-queue"]);

        await api.MockAsync("GET", "/health", "{}");
        await Expect(card).ToContainTextAsync("The API was changed since");
        await Expect(card).Not.ToContainTextAsync("/health");
        await api.DeployAsync();

        await Expect(card.GetByRole(AriaRole.Row)).ToContainTextAsync(["Method", "/health", "/send-message/{group}"]);
        await Expect(card).Not.ToContainTextAsync("The API was changed since");
    }

    [BrowserFact]
    public async Task Apis_RequestsOfARoute_FiltersTheList()
    {
        var api = await SendingApiAsync();
        await api.MockAsync("GET", "/health", "{}");
        await api.DeployAsync();
        await api.GetAsync("/health");
        await api.GetAsync("/nothing");
        await OpenAsync("#/apis");

        await Page.GetByRole(AriaRole.Button, new() { Name = "Requests of GET /health" }).ClickAsync();

        await Expect(Page.Locator("#list li")).ToContainTextAsync(["/health"]);
    }
}
