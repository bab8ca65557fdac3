namespace Dialog.Bot.Delivery;

internal static class DeliveryServices
{
    public static void AddDelivery(this IServiceCollection services) => services.AddSingleton<OutboxDesk>().AddHostedService<OutboxSender>().AddHostedService<ReceiptSender>();
}
