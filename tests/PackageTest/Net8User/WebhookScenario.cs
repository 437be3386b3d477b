using System.Net;
using Managed.Agents.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Net8User;

internal static class WebhookScenario
{
    private const string Key = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        var received = new List<string>();
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddManagedAgentsWebhooks(options => options.SigningKeys["main"] = Key);
        await using var app = builder.Build();
        app.MapManagedAgentsWebhooks("/webhooks").On<SessionStatusIdledWebhook>((idled, context, token) =>
        {
            received.Add(idled.Id);
            return Task.CompletedTask;
        });
        await app.StartAsync(cancellationToken);

        using var http = new HttpClient();
        using var request = new WebhookSigner(Key).Sign(new SessionStatusIdledWebhook { Id = "sesn_1" }, "whe_1").ToRequest(new Uri(new Uri(app.Urls.Single()), "/webhooks"));
        using var response = await http.SendAsync(request, cancellationToken);

        Check.That(response.StatusCode == HttpStatusCode.NoContent && received is ["sesn_1"], $"{response.StatusCode}, {string.Join(", ", received)}");
    }
}
